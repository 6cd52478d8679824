package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.layout.ConfigFile;
import io.github.zsl4j.engine.layout.ModelFolder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Networks that hold the image tower and the text tower of a joint model. */
final class JointTowers {

    /** The input of token ids. */
    static final String TEXT = "input_ids";

    private static final Set<String> TEXT_INPUTS = Set.of(TEXT, "attention_mask", "token_type_ids", "position_ids");
    private static final String LENGTH = "text_config.max_position_embeddings";
    private static final int USUAL_LENGTH = 77;
    private static final int LONGEST = 1024;

    /** Tokens of the text where any number will do: fewer cost less. */
    private static final int SHORT = 8;

    private JointTowers() {}

    /** The network with one text to read, if it reads texts beside pictures; else as it is. */
    static Network imageSide(Network network, ModelFolder folder) {
        if (!network.inputs().contains(TEXT) || TEXT_INPUTS.containsAll(network.inputs())) {
            return network;
        }
        int length = network.shape(TEXT)
                .filter(shape -> shape.length == 2 && shape[1] <= LONGEST)
                .map(shape -> shape[1] > 0 ? (int) shape[1] : SHORT)
                .orElseGet(() -> configuredLength(folder));
        Map<String, Tensor> text = new LinkedHashMap<>();
        network.inputs().stream().filter(TEXT_INPUTS::contains).forEach(name -> text.put(name, ones(length)));
        return network.supplying(text);
    }

    private static int configuredLength(ModelFolder folder) {
        return folder.config("config.json").map(JointTowers::length).orElse(USUAL_LENGTH);
    }

    private static int length(ConfigFile config) {
        int length = config.integer(LENGTH).orElse(USUAL_LENGTH);
        if (length < 1 || length > LONGEST) {
            throw config.wrong(LENGTH, "a number of tokens from 1 to " + LONGEST);
        }
        return length;
    }

    private static Tensor ones(int length) {
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return Tensor.of(ones, 1, length);
    }
}
