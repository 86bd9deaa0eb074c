# Sourced by the commands of this folder: finds a JDK, compiles $module (load-tests unless set) with what it needs, and leaves
# run_java CLASS ARGUMENT... and, for what starts services, run_benchmark CLASS ARGUMENT...
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. .mvn/find-jdk.sh
module=${module-load-tests}

./mvnw -q --no-transfer-progress -pl "$module" -am test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test >&2

run_java() {
  "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC "${jit--XX:TieredStopAtLevel=1}" \
    -cp "$module/target/classes:$module/target/test-classes:$(cat "$module/target/classpath")" "$@"
}

# The services are started from their jars; what has not changed gives the same jar, and keeps its AOT cache.
run_benchmark() {
  ./mvnw -q --no-transfer-progress -pl api-gateway,inventory-service,order-service,payment-service -am \
    -Dmaven.test.skip=true -Dspotless.check.skip=true package >&2
  run_java --enable-native-access=ALL-UNNAMED -Dlogback.configurationFile=dev/springtide/localstack/launcher/logback.xml "$@"
}
