# Every image of the platform, from the same sources:
#   docker build --build-arg SERVICE=order-service --tag springtide/order-service:0.1.0 .
#   docker build --target development --tag springtide/development:0.1.0 .
# Needs BuildKit (docker buildx), for the cache of Maven's downloads. See docs/docker.md.
ARG JAVA=25

# All services at once: the stage is the same for every image, so it runs once.
FROM eclipse-temurin:${JAVA}-jdk AS build
WORKDIR /source
COPY . .
# The timestamp makes the same sources give the same jars, byte by byte, and so the same layers.
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -pl api-gateway,inventory-service,local-stack/launcher,order-service,payment-service -am \
      -Dmaven.test.skip=true -Dspotless.check.skip=true package
RUN set -eu; \
    for service in api-gateway inventory-service order-service payment-service; do \
      mkdir -p "/layers/$service/dependencies" "/layers/$service/snapshot-dependencies"; \
      java -Djarmode=tools -jar "$service"/target/"$service"-*.jar extract --layers --force \
        --application-filename application.jar --destination "/layers/$service"; \
    done; \
    mkdir /launcher; \
    cp local-stack/launcher/target/springtide-launcher-*.jar /launcher/; \
    cp -r local-stack/launcher/target/lib /launcher/lib

FROM eclipse-temurin:${JAVA}-jre AS runtime
RUN groupadd --gid 10001 springtide \
 && useradd --uid 10001 --gid springtide --no-create-home --home-dir /nowhere --shell /usr/sbin/nologin springtide

# The development issuer, the provider simulator and the sample orders: gives any token to anybody. Never for production.
FROM runtime AS development
COPY --from=build /launcher/lib/ /launcher/lib/
COPY --from=build /launcher/*.jar /launcher/
COPY docker/springtide /usr/local/bin/springtide
RUN install -d -o springtide -g springtide /data /shares/inventory-service /shares/order-service \
      /shares/payment-service /shares/postgres /shares/simulator
USER 10001:10001
ENTRYPOINT ["springtide"]
CMD ["help"]

# The AOT cache, made by the same java in the same folder as it will be used: a start of the service that ends when its
# context is complete. PostgreSQL for it comes with the launcher and refuses to run as root.
FROM runtime AS trained
COPY --from=build /launcher/ /launcher/
RUN install -d -o springtide -g springtide /app
USER 10001:10001
WORKDIR /app
ARG SERVICE
COPY --from=build /layers/${SERVICE}/dependencies/ ./
COPY --from=build /layers/${SERVICE}/snapshot-dependencies/ ./
COPY --from=build /layers/${SERVICE}/application/ ./
RUN XDG_CACHE_HOME=/tmp/cache java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m --enable-native-access=ALL-UNNAMED \
      -Dlogback.configurationFile=dev/springtide/localstack/launcher/logback.xml \
      -cp "/launcher/*:/launcher/lib/*" dev.springtide.localstack.launcher.Launcher \
      train --service "${SERVICE}" --folder /app --logs /tmp/logs

# One service: SERVICE is api-gateway, inventory-service, order-service or payment-service.
FROM runtime AS service
ARG SERVICE
WORKDIR /app
COPY docker/health /usr/local/bin/health
COPY --from=build /layers/${SERVICE}/dependencies/ ./
COPY --from=build /layers/${SERVICE}/snapshot-dependencies/ ./
COPY --from=build /layers/${SERVICE}/application/ ./
COPY --from=trained /app/app.aot ./
# A cache that does not fit is refused without a word at run time: with AOTMode=on it fails here.
RUN java -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+UseTransparentHugePages --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
      -XX:AOTCache=app.aot -XX:AOTMode=on -cp application.jar -version
USER 10001:10001
# The heap is the one setting to change with the container's memory; the cache stays valid.
ENV SERVICE=${SERVICE} JAVA_TOOL_OPTIONS=-Xmx192m MALLOC_ARENA_MAX=2
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=3 CMD ["health"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:+UseTransparentHugePages", "-XX:TrimNativeHeapInterval=10000", \
  "-XX:NewRatio=1", "-XX:SurvivorRatio=4", "-XX:TargetSurvivorRatio=90", "-XX:+ExitOnOutOfMemoryError", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:AOTCache=app.aot", \
  "-jar", "application.jar"]
