# Sourced by ./mvnw and ./run. Leaves JAVA_HOME at a JDK of at least the version the build targets, or stops with a clear message.
# Looked at, in this order: JAVA_HOME, the java on the PATH, then the usual installation folders (newest suitable first).
springtide_jdk_release() { # prints the feature release of the JDK in $1, or 0
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    echo 0
  fi
}

springtide_find_jdk() {
  wanted=25
  on_path=$(command -v java 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    release=$(springtide_jdk_release "$candidate")
    if [ "${release:-0}" -ge "$wanted" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "Springtide needs a JDK $wanted or newer and found none." >&2
  echo "Install one (for example Eclipse Temurin $wanted) or point JAVA_HOME at it, then try again." >&2
  return 1
}

springtide_find_jdk || exit 1
