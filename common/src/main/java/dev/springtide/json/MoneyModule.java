package dev.springtide.json;

import dev.springtide.money.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Money as {@code {"amount":"12.50","currency":"EUR"}} in every dialect. */
final class MoneyModule extends SimpleModule {

    MoneyModule() {
        super("springtide-money");
        addSerializer(new Writer());
        addDeserializer(Money.class, new Reader());
    }

    private record Form(String amount, String currency) {}

    private static final class Writer extends StdSerializer<Money> {
        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("amount", money.amount());
            json.writeStringProperty("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<Money> {
        Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                return context.reportInputMismatch(Money.class, "must be an object");
            }
            Form form = context.readValue(json, Form.class);
            if (form.amount == null || form.currency == null) {
                return context.reportInputMismatch(Money.class, "needs amount and currency");
            }
            try {
                return Money.of(form.amount, form.currency);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(Money.class, "%s", e.getMessage());
            }
        }
    }
}
