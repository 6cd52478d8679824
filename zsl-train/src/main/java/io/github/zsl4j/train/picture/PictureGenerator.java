package io.github.zsl4j.train.picture;

import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.gradient.Noise;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Seeds;
import io.github.zsl4j.train.gradient.Trained;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Draws pictures of what an embedding describes: what a {@link PictureTrainer} gives. Plain Java, about 10 ms for a picture
 * of 32 x 32 pixels. {@link PictureGeneratorFile} keeps it. Immutable and thread-safe.
 */
public final class PictureGenerator {

    /**
     * What pictures are made with.
     *
     * @param temperature the standard deviation of the noise
     * @param conditions makes components of embeddings
     * @param decoder makes pictures of these
     * @param parameters of the decoder
     */
    record Parts(double temperature, ConditionMap conditions, Decoder decoder, List<Parameter> parameters) {}

    private final String method;
    private final EmbeddingSpace space;
    private final double temperature;
    private final ConditionMap conditions;
    private final Decoder decoder;
    private final Trained trained;

    PictureGenerator(String method, EmbeddingSpace space, Parts parts) {
        this.method = method;
        this.space = space;
        this.temperature = parts.temperature();
        this.conditions = parts.conditions();
        this.decoder = parts.decoder();
        this.trained = new Trained(List.copyOf(parts.parameters()));
    }

    /** The method that learned it, with all options, for people. */
    public String method() {
        return method;
    }

    /** Of the embeddings that it draws. */
    public EmbeddingSpace space() {
        return space;
    }

    /**
     * The same drawing with other noise.
     *
     * @param newTemperature the standard deviation of the noise, at least 0; 1 is what it has been trained with. Less gives
     *     pictures that are more alike and more as they should be
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public PictureGenerator withTemperature(double newTemperature) {
        if (!(newTemperature >= 0) || Double.isInfinite(newTemperature)) {
            throw new IllegalArgumentException("A temperature is at least 0 and finite, not " + newTemperature);
        }
        return new PictureGenerator(method, space, new Parts(newTemperature, conditions, decoder, parameters()));
    }

    /** Width and height of the pictures in pixels. */
    public int side() {
        return decoder.side();
    }

    /**
     * Draws what an embedding describes.
     *
     * @param seed of all that the embedding leaves open, such as the position
     * @throws IllegalArgumentException if the embedding is of another space
     */
    public SmallPicture draw(Embedding condition, long seed) {
        return draw(EmbeddingMatrix.of(condition.space(), List.of(condition)), 1, seed)
                .get(0);
    }

    /**
     * Draws each of several embeddings several times.
     *
     * @param texts what to draw [n, d]
     * @param each how many pictures of each, at least 1
     * @param seed of all that the embeddings leave open
     * @return n * each pictures, those of one embedding together
     * @throws IllegalArgumentException if the embeddings are of another space, or {@code each} is not positive
     */
    public List<SmallPicture> draw(EmbeddingMatrix texts, int each, long seed) {
        space.requireSame(texts.space());
        if (each < 1) {
            throw new IllegalArgumentException("At least 1 picture is drawn of each embedding, not " + each);
        }
        float[] mapped = conditions.apply(texts);
        int k = conditions.dimension();
        List<SmallPicture> pictures = new ArrayList<>();
        Random random = Seeds.random(seed, 0);
        for (int i = 0; i < texts.rows() * each; i++) {
            int from = i / each * k;
            float[] condition = Arrays.copyOfRange(mapped, from, from + k);
            pictures.add(decoder.apply(trained, noise(random), condition));
        }
        return pictures;
    }

    private float[] noise(Random random) {
        float[] values = Noise.normal(decoder.noise(), random);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (temperature * values[i]);
        }
        return values;
    }

    ConditionMap conditions() {
        return conditions;
    }

    Decoder decoder() {
        return decoder;
    }

    List<Parameter> parameters() {
        return trained.parameters();
    }

    @Override
    public String toString() {
        return "draws " + side() + " x " + side() + " pixels from " + space;
    }
}
