package io.github.zsl4j.train.picture;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.Optimiser;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.gradient.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Data that tests of picture generation share. */
final class Pictorial {

    static final int SIDE = 8;

    static final EmbeddingSpace SPACE = EmbeddingSpace.of("words", 5);

    private Pictorial() {}

    static JsonObject goldens() {
        try (InputStream in = Pictorial.class.getResourceAsStream("picture_goldens.json")) {
            return JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values that the script gives to arrays. */
    static float[] wave(int count, double shift, double low, double high) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (low + (high - low) * (0.5 + 0.5 * Math.sin(shift + 1.7 * i)));
        }
        return values;
    }

    /** Parameters of the same names and shapes with the values that the script gives them. */
    static List<Parameter> parameters(List<Parameter> initial) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter p : initial) {
            float[] values = new float[p.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (0.2 * Math.sin(1 + (double) i * i + 100.0 * parameters.size()));
            }
            parameters.add(new Parameter(p.name(), p.rows(), p.columns(), values));
        }
        return parameters;
    }

    /** The words "dark", "bright", "red" and "blue" as vectors, and one of each pair of light and hue. */
    static EmbeddingMatrix conditions() {
        return EmbeddingMatrix.of(
                SPACE,
                new float[] {1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1, 1, 0.5f, 0.5f, 1, 0.3f, 1});
    }

    /** Pictures of one colour, which the condition says, with a bright row somewhere, which it does not. */
    static PictureExamples examples(int each) {
        Random random = new Random(3);
        List<SmallPicture> pictures = new ArrayList<>();
        int[] labels = new int[4 * each];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 4;
            pictures.add(picture(i % 4, random.nextInt(SIDE)));
        }
        return PictureExamples.of(pictures, labels, conditions());
    }

    static SmallPicture picture(int condition, int row) {
        byte[] rgb = new byte[SIDE * SIDE * 3];
        for (int i = 0; i < rgb.length; i++) {
            int light = condition % 2 == 0 ? 80 : 200;
            boolean coloured = i % 3 == condition / 2 * 2;
            rgb[i] = (byte) (i / 3 / SIDE == row ? 255 : coloured ? light : 20);
        }
        return SmallPicture.of(SIDE, rgb);
    }

    static TrainingOptions options(int epochs) {
        return TrainingOptions.of(epochs).withBatchSize(16).withSeed(5).withOptimiser(Optimiser.adam(5e-3));
    }

    static ConditionalVae vae(int epochs) {
        return new ConditionalVae(4, 4, 0.1, options(epochs));
    }

    static ConditionalGan gan(int epochs) {
        return new ConditionalGan(4, 4, options(epochs));
    }
}
