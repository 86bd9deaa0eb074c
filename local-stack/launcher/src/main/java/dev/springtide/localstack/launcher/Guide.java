package dev.springtide.localstack.launcher;

import dev.springtide.localstack.launcher.platform.Platform;
import dev.springtide.localstack.launcher.platform.Ports;
import java.net.URI;
import java.nio.file.Path;

/** What to do next: addresses, logs and lines to paste. */
record Guide(Platform platform, Path root) {

    String text() {
        URI gateway = platform.gateway();
        Ports ports = platform.options().ports();
        return """

        The platform is up. Ctrl-C stops it.
          API          %1$s/api/v1/products      described at %1$s/docs
          health       http://127.0.0.1:%2$d/actuator/health
          issuer       %3$s
          logs         %4$s
          PostgreSQL   127.0.0.1:%5$d (orders, inventory, payments; passwords in %6$s/secrets.properties)
          Kafka        %7$s

        To paste into another terminal, in this folder:
          curl -s %1$s/api/v1/products?category=coffee
          curl -s %1$s/api/v1/orders -H "Authorization: Bearer $(./run token --sub alice --role customer)"
          curl -s %1$s/api/v1/orders -H "Authorization: Bearer $(./run token --sub alice --role customer)" \\
            -H 'Content-Type: application/json' -H "Idempotency-Key: $(date +%%s%%N)" -H 'Prefer: wait=5' \\
            -d '{"lines":[{"sku":"COF-001","quantity":1}],"currency":"EUR","paymentToken":"tok_visa","shippingAddress":{"name":"Alice","line1":"1 Harbour Street","city":"Bremen","postalCode":"28195","country":"DE"}}'
          curl -s %1$s/api/v1/inventory/COF-001 -H "Authorization: Bearer $(./run token --sub op --role operator)"
          ./run status; ./run audit
        """
                .formatted(
                        gateway,
                        ports.management(),
                        platform.issuer(),
                        platform.options().logs(),
                        ports.postgres(),
                        platform.options().data(),
                        platform.bootstrapServers());
    }
}
