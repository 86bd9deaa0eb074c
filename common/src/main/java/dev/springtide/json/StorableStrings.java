package dev.springtide.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Refuses text that PostgreSQL cannot store: NUL and surrogates without their partner. */
final class StorableStrings extends SimpleModule {

    StorableStrings() {
        super("springtide-storable-strings");
        addDeserializer(String.class, new Reader());
        addKeyDeserializer(String.class, new KeyReader());
    }

    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static final class Reader extends StdDeserializer<String> {
        Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(json, context);
            if (text != null && !isStorable(text)) {
                return context.reportInputMismatch(String.class, "contains a forbidden character");
            }
            return text;
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            if (!isStorable(key)) {
                return context.reportInputMismatch(String.class, "contains a forbidden character");
            }
            return key;
        }
    }
}
