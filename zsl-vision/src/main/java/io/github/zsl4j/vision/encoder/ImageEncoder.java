package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An image network with its preprocessing. Thread-safe; holds native memory until closed. */
public final class ImageEncoder implements Encoder<RgbImage> {

    /** Pictures per run of the network: enough to amortise a call, few enough to stay in the processor's cache. */
    private static final int BATCH = 8;

    private final Network network;
    private final Binding binding;
    private final EmbeddingSpace space;
    private final Preprocessing preprocessing;

    private ImageEncoder(Network network, Binding binding, EmbeddingSpace space, Preprocessing preprocessing) {
        this.network = network;
        this.binding = Objects.requireNonNull(binding, "binding");
        this.space = Objects.requireNonNull(space, "space");
        this.preprocessing = Objects.requireNonNull(preprocessing, "preprocessing");
    }

    /**
     * Loads a network that reads float [n, 3, h, w] and gives one vector per picture.
     *
     * @param file of the network
     * @param binding the names of its input and of its output [n, d]
     * @param space of the vectors
     * @throws ModelException if the file cannot be loaded
     */
    public static ImageEncoder load(
            Path file, Binding binding, EmbeddingSpace space, Preprocessing preprocessing, NetworkOptions options) {
        return new ImageEncoder(Network.load(file, options), binding, space, preprocessing);
    }

    /**
     * The names of a network's tensors.
     *
     * @param input of the pixels
     * @param output of the vectors
     */
    public record Binding(String input, String output) {}

    /** How pictures are prepared. */
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    /** @throws ModelException if the network's output is not [n, d] */
    @Override
    public EmbeddingMatrix encodeAll(List<? extends RgbImage> images) {
        int d = space.dimension();
        float[] all = new float[Math.multiplyExact(images.size(), d)];
        for (int from = 0; from < images.size(); from += BATCH) {
            List<? extends RgbImage> batch = images.subList(from, Math.min(from + BATCH, images.size()));
            float[] rows = encodeBatch(batch);
            System.arraycopy(rows, 0, all, from * d, rows.length);
        }
        return EmbeddingMatrix.wrap(space, all);
    }

    private float[] encodeBatch(List<? extends RgbImage> images) {
        int n = images.size();
        int length = preprocessing.length();
        float[] pixels = new float[Math.multiplyExact(n, length)];
        for (int i = 0; i < n; i++) {
            preprocessing.apply(images.get(i), pixels, i * length);
        }
        int height = preprocessing.outputSize().height();
        int width = preprocessing.outputSize().width();
        Tensor rows = network.run(Map.of(binding.input(), Tensor.of(pixels, n, 3, height, width)), binding.output());
        if (rows.floats().length != n * space.dimension()) {
            throw new ModelException("The output '" + binding.output() + "' is " + rows + ", not [" + n + ", "
                    + space.dimension() + "]");
        }
        return rows.floats();
    }

    @Override
    public void close() {
        network.close();
    }
}
