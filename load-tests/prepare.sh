# Sourced by the commands of this folder: finds a JDK, compiles, and leaves run_java CLASS ARGUMENT...
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. .mvn/find-jdk.sh

./mvnw -q --no-transfer-progress -pl load-tests test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >&2

run_java() {
  "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "load-tests/target/classes:load-tests/target/test-classes:$(cat load-tests/target/classpath)" "$@"
}
