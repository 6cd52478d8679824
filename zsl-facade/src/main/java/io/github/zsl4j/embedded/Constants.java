package io.github.zsl4j.embedded;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/**
 * The settings of the method, from {@code model.json}.
 *
 * @param wordnetShare a, the weight of the hierarchy against text in the kernel
 * @param width g of the kernel exp((Z - 1) / g)
 * @param coverage weight of a sense's nearness to something the image model knows
 * @param frequency weight of a sense's log count
 * @param hedge exponent that lets lesser senses contribute
 * @param context how strongly the other labels of a list choose senses
 * @param plausible the least weight with which a sense takes part in context and mixture
 * @param scale the logit scale
 * @param linSlope regression of Lin similarity on text cosine, for labels that WordNet does not know
 * @param linIntercept of the same regression
 */
record Constants(
        double wordnetShare,
        double width,
        double coverage,
        double frequency,
        double hedge,
        double context,
        double plausible,
        double scale,
        double linSlope,
        double linIntercept) {

    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .create();

    static Constants of(JsonObject card) {
        return GSON.fromJson(card.get("constants"), Constants.class);
    }
}
