package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightDigest;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An image network with its preprocessing: ResNet, EfficientNet, ConvNeXt, Vision Transformers, DINOv2, or the image tower
 * of CLIP or SigLIP.
 *
 * <p>Pictures are batched; a picture's vector does not depend on its neighbours (to within float rounding). Thread-safe;
 * holds native memory until closed.
 */
public final class ImageEncoder implements Encoder<RgbImage> {

    /** What exporters call the network of an image model, without its extension. */
    private static final List<String> NETWORKS = List.of(
            "vision_model",
            "vision",
            "visual",
            "visual/model",
            "image_encoder",
            "vision_encoder",
            "image_model",
            "model");

    private final EmbeddingSpace space;
    private final ImageNetwork network;
    private final int batch;

    private ImageEncoder(EmbeddingSpace space, ImageNetwork network, int batch) {
        this.space = space;
        this.network = network;
        this.batch = network.input().rows() > 0 ? network.input().rows() : batch;
    }

    /**
     * Loads the image model of a folder: a network called {@code vision_model}, {@code vision}, {@code visual},
     * {@code image_encoder}, {@code image_model} or {@code model}, beside the configuration files of transformers,
     * open_clip or timm ({@link Preprocessing#of}). Of a network that holds both towers of a joint model, the image tower is
     * used.
     *
     * <p>Unless the options choose a pooling, it follows {@code model_type} of {@code config.json}: of ViT, DeiT, BEiT and
     * DINO's networks the class token; of all others the network's own vector, called {@code image_embeds} by CLIP,
     * {@code pooler_output} by SigLIP, ResNet, EfficientNet and ConvNeXt, {@code features} by some, or whatever the only
     * output [n, d] is called; feature maps [n, d, h, w] are averaged over their places. The scores of a classifier
     * ({@code logits}) are taken only when {@link ImagePooling#OUTPUT} is asked for.
     *
     * @throws ModelException if a file is missing or damaged, the files do not fit each other, a configuration cannot be
     *     followed exactly, the network reads no pictures, or the engine is not on the class path
     */
    public static ImageEncoder load(ModelFolder folder, ImageEncoderOptions options) {
        Path file = folder.requireNetwork(options.network(), options.variant(), NETWORKS);
        Preprocessing preprocessing = options.preprocessing().orElseGet(() -> Preprocessing.of(folder));
        Network network = Network.load(file, options.network());
        try {
            return of(network, folder, identity(file, options), options.withPreprocessing(preprocessing));
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** Poolings that someone asks for give vectors that are not to be compared with the model's usual ones. */
    private static String identity(Path file, ImageEncoderOptions options) {
        String pooling = options.pooling()
                .map(p -> "-" + p.name().toLowerCase(Locale.ROOT))
                .orElse("");
        return WeightDigest.of(List.of(file)) + pooling;
    }

    /**
     * Makes an encoder of a network that is loaded already; it is run once on a grey picture to learn what it gives.
     *
     * @param network the image model, or one that holds both towers of a joint model, which the encoder closes with itself; it stays the caller's if this fails
     * @param folder has the configuration files, and names the space of the vectors
     * @param identity of the space of the vectors, usually a digest of the model's weights
     * @throws ModelException if a file is missing or damaged, or does not fit the network
     */
    public static ImageEncoder of(Network network, ModelFolder folder, String identity, ImageEncoderOptions options) {
        Preprocessing preprocessing = options.preprocessing().orElseGet(() -> Preprocessing.of(folder));
        ModelFacts facts = new ModelFacts(folder);
        Network images = JointTowers.imageSide(network, folder);
        ImageInput input = ImageInput.of(facts.name(), images, preprocessing.outputSize());
        Map<String, Tensor> outputs = ImageNetwork.probe(images, input, preprocessing);
        Readout readout = new ReadoutChoice(facts, outputs, preprocessing.outputSize()).choose(options.pooling());
        int dimension = readout.vectors(outputs.get(readout.output()), 1).length;
        return new ImageEncoder(
                new EmbeddingSpace(folder.name(), dimension, identity),
                new ImageNetwork(images, input, readout, preprocessing),
                options.batch());
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
        ImageInput input = new ImageInput(binding.input(), 0);
        Readout readout = Readout.whole(binding.output(), 2);
        Objects.requireNonNull(preprocessing, "preprocessing");
        Objects.requireNonNull(space, "space");
        Network network = Network.load(file, options);
        return new ImageEncoder(
                space, new ImageNetwork(network, input, readout, preprocessing), ImageEncoderOptions.USUAL_BATCH);
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
        return network.preprocessing();
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    /** @throws ModelException if the network fails, or its output is not what it was when it was loaded */
    @Override
    public EmbeddingMatrix encodeAll(List<? extends RgbImage> images) {
        int d = space.dimension();
        float[] all = new float[Math.multiplyExact(images.size(), d)];
        for (int from = 0; from < images.size(); from += batch) {
            List<? extends RgbImage> part = images.subList(from, Math.min(from + batch, images.size()));
            float[] rows = network.vectors(part, d);
            System.arraycopy(rows, 0, all, from * d, rows.length);
        }
        return EmbeddingMatrix.wrap(space, all);
    }

    @Override
    public void close() {
        network.network().close();
    }
}
