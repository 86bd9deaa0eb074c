package dev.springtide.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The dialect of requests: unknown and duplicate properties, coercion between strings, numbers and
 * booleans, fractions for integers, trailing content, NUL and deep nesting are all refused.
 */
public final class StrictJson {

    private static final int MAX_NESTING = 32;
    private static final int MAX_NUMBER_DIGITS = 40;
    private static final JsonMapper MAPPER =
            configure(
                            JsonMapper.builder(
                                    JsonFactory.builder()
                                            .streamReadConstraints(constraints())
                                            .build()))
                    .build();

    private StrictJson() {}

    /** The shared mapper; immutable and safe for concurrent use. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Limits of the parser: at most 32 levels and 40 digits a number. */
    public static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(MAX_NESTING)
                .maxNumberLength(MAX_NUMBER_DIGITS)
                .build();
    }

    /** Makes another mapper, such as the web framework's, speak this dialect. */
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(
                        MapperFeature.ALLOW_COERCION_OF_SCALARS,
                        MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text ->
                                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModules(new MoneyModule(), new StorableStrings());
    }
}
