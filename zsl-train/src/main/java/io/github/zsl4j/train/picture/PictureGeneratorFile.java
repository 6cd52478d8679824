package io.github.zsl4j.train.picture;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.engine.AtomicFile;
import io.github.zsl4j.engine.Safetensors;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.train.gradient.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Keeps a {@link PictureGenerator} in a safetensors file, which Python's package of that name opens. It comes back bit for
 * bit.
 *
 * <p>The texts in its header are {@code format}, {@code version}, {@code method} (with all options), {@code side},
 * {@code noise}, {@code width}, and {@code space.name}, {@code space.dimension} and {@code space.identity} of the
 * embeddings. The tensors are {@code condition.mean} [d] and {@code condition.weights} [d, k], which make k components of an
 * embedding e by (e - mean) weights, and the decoder's weights: affine ones are [inputs, outputs], those of convolutions
 * [maps out, maps in * 3 * 3].
 */
public final class PictureGeneratorFile {

    private static final String FORMAT = "zsl4j-picture-generator";
    private static final String VERSION = "1";
    private static final String MEAN = "condition.mean";
    private static final String WEIGHTS = "condition.weights";

    private PictureGeneratorFile() {}

    /**
     * Writes a file beside {@code file} and moves it there when it is whole.
     *
     * @param file is replaced if it exists; by custom it ends in {@code .safetensors}
     * @throws ModelException if the file cannot be written; an older one is still there then
     */
    public static void write(Path file, PictureGenerator generator) {
        try {
            AtomicFile.writeDurably(file, out -> Safetensors.write(out, tensors(generator), texts(generator)));
        } catch (IOException e) {
            throw new ModelException(file + ": the picture generator cannot be written (" + e + ")", e);
        }
    }

    private static Map<String, Tensor> tensors(PictureGenerator generator) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        ConditionMap map = generator.conditions();
        tensors.put(MEAN, Tensor.of(map.mean(), map.mean().length));
        tensors.put(WEIGHTS, Tensor.of(map.weights(), map.mean().length, map.dimension()));
        for (Parameter p : generator.parameters()) {
            tensors.put(p.name(), Tensor.of(p.values(), p.rows(), p.columns()));
        }
        return tensors;
    }

    private static Map<String, String> texts(PictureGenerator generator) {
        EmbeddingSpace space = generator.space();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("format", FORMAT);
        texts.put("version", VERSION);
        texts.put("method", generator.method());
        texts.put("side", Integer.toString(generator.side()));
        texts.put("noise", Integer.toString(generator.decoder().noise()));
        texts.put("width", Integer.toString(generator.decoder().width()));
        texts.put("space.name", space.name());
        texts.put("space.dimension", Integer.toString(space.dimension()));
        texts.put("space.identity", space.identity());
        return texts;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws ModelException if the file is missing, is no picture generator, is of a newer version, or is damaged; the
     *     message names it and says what to do
     */
    public static PictureGenerator read(Path file) {
        Safetensors.Contents contents = Safetensors.readAll(file);
        try {
            requireFormat(contents.metadata());
            return read(contents);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw new ModelException(
                    file + ": the picture generator cannot be used: " + e.getMessage()
                            + "; copy it again from where it was made, or train again",
                    e);
        }
    }

    private static void requireFormat(Map<String, String> texts) {
        if (!FORMAT.equals(texts.get("format"))) {
            throw new IllegalArgumentException(
                    "the file holds something else (its format is " + texts.get("format") + ", not " + FORMAT + ")");
        }
        if (!VERSION.equals(texts.get("version"))) {
            throw new IllegalArgumentException(
                    "it is of version " + texts.get("version") + ", and this library reads version " + VERSION);
        }
    }

    private static PictureGenerator read(Safetensors.Contents contents) {
        Map<String, String> texts = contents.metadata();
        int d = number(texts, "space.dimension");
        EmbeddingSpace space = new EmbeddingSpace(text(texts, "space.name"), d, text(texts, "space.identity"));
        float[] mean = values(contents, MEAN, d);
        Tensor weights = tensor(contents, WEIGHTS);
        int k = weights.shape().length == 2 ? (int) weights.shape()[1] : 0;
        ConditionMap map = new ConditionMap(mean, values(contents, WEIGHTS, d, k));
        Decoder decoder = new Decoder(number(texts, "side"), number(texts, "noise"), k, number(texts, "width"));
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter p : decoder.initial(new Random(0))) {
            float[] values = values(contents, p.name(), p.rows(), p.columns());
            parameters.add(new Parameter(p.name(), p.rows(), p.columns(), values));
        }
        return new PictureGenerator(
                text(texts, "method"), space, new PictureGenerator.Parts(1, map, decoder, parameters));
    }

    private static String text(Map<String, String> texts, String key) {
        if (!texts.containsKey(key)) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
        return texts.get(key);
    }

    private static int number(Map<String, String> texts, String key) {
        String text = text(texts, key);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + key + "' is '" + text + "', not a whole number", e);
        }
    }

    private static Tensor tensor(Safetensors.Contents contents, String name) {
        Tensor tensor = contents.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the tensor '" + name + "' is missing");
        }
        return tensor;
    }

    private static float[] values(Safetensors.Contents contents, String name, long... shape) {
        Tensor tensor = tensor(contents, name);
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw new IllegalArgumentException(
                    "the tensor '" + name + "' is " + tensor + ", not " + Arrays.toString(shape));
        }
        return finite(name, tensor.floats());
    }

    private static float[] finite(String name, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("the tensor '" + name + "' holds " + value);
            }
        }
        return values;
    }
}
