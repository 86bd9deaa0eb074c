package dev.springtide.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dialect of events: readers ignore properties they do not know, so that a contract may grow;
 * absent and null optional properties are the same and are not written. Values of known properties
 * are never coerced.
 */
public final class ContractJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(
                            MapperFeature.ALLOW_COERCION_OF_SCALARS,
                            MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .changeDefaultPropertyInclusion(
                            any -> any.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .addModules(new MoneyModule(), new StorableStrings())
                    .build();

    private ContractJson() {}

    /** The shared mapper; immutable and safe for concurrent use. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
