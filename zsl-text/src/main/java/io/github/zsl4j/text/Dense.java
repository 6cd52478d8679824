package io.github.zsl4j.text;

import io.github.zsl4j.engine.Safetensors;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A fully connected layer, f(Wx + b), as sentence-transformers' module Dense.
 *
 * @param weight W, row-major [out, in]
 * @param bias b [out]
 * @param activation f
 */
record Dense(float[] weight, float[] bias, Activation activation) {

    private static final String WEIGHTS = "model.safetensors";

    /**
     * Reads {@code config.json} and {@code model.safetensors}.
     *
     * @param directory of the layer, relative to the model's folder
     * @throws ModelException if a file is missing or wrong
     */
    static Dense read(ModelFolder folder, String directory) {
        ConfigFile config = folder.requireConfig(directory + "/config.json");
        int in = size(config, "in_features");
        int out = size(config, "out_features");
        Path file = folder.file(directory + "/" + WEIGHTS)
                .orElseThrow(() -> new ModelException(folder + ": " + directory + "/" + WEIGHTS
                        + " is missing; weights in pytorch_model.bin must be saved as safetensors"));
        Map<String, Tensor> tensors = tensors(file);
        float[] bias = config.flag("bias").orElse(true) ? values(file, tensors, "linear.bias", out) : new float[out];
        return new Dense(values(file, tensors, "linear.weight", out, in), bias, Activation.of(config));
    }

    private static int size(ConfigFile config, String key) {
        return config.integer(key)
                .filter(n -> n > 0)
                .orElseThrow(() -> config.wrong(key, "a positive number of components"));
    }

    private static Map<String, Tensor> tensors(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Safetensors.read(file.toString(), in);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read (" + e + ")", e);
        }
    }

    private static float[] values(Path file, Map<String, Tensor> tensors, String name, long... shape) {
        Tensor tensor = tensors.get(name);
        if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
            throw new ModelException(file + ": '" + name + "' is " + (tensor == null ? "missing" : tensor) + "; float"
                    + Arrays.toString(shape) + " is expected by the config.json beside it");
        }
        return tensor.floats();
    }

    /**
     * The number of components that come out.
     *
     * @throws ModelException if vectors of {@code dimension} components do not fit
     */
    int dimension(int dimension) {
        int in = weight.length / bias.length;
        if (dimension != in) {
            throw new ModelException("The Dense layer takes vectors of " + in + " components, but the network gives "
                    + dimension + "; they belong to different models");
        }
        return bias.length;
    }

    float[] apply(float[] vector) {
        float[] result = new float[bias.length];
        for (int o = 0; o < result.length; o++) {
            double sum = bias[o];
            for (int i = 0; i < vector.length; i++) {
                sum += (double) weight[o * vector.length + i] * vector[i];
            }
            result[o] = (float) activation.apply(sum);
        }
        return result;
    }
}
