package io.github.zsl4j.vision.encoder;

import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.vision.preprocess.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses which of a network's outputs is read, by what exporters call it, or where it is the only one of its rank.
 *
 * @param facts about the model
 * @param outputs of a run on one picture, by name, or by position on an engine that knows no names
 * @param input the size of that picture
 */
record ReadoutChoice(ModelFacts facts, Map<String, Tensor> outputs, Size input) {

    private static final int VECTOR = 2;
    private static final int TOKENS = 3;
    private static final int MAP = 4;

    private static final String POOLER = "pooler_output";
    private static final List<String> VECTORS = List.of(
            "image_embeds",
            "image_features",
            "image_embeddings",
            "image_embedding",
            "embeddings",
            "embedding",
            "features");
    private static final List<String> STATES = List.of("last_hidden_state", "hidden_states", "tokens");

    /** @throws ModelException if no output fits */
    Readout choose(Optional<ImagePooling> asked) {
        return asked.map(this::asked).orElseGet(this::usual);
    }

    private Readout asked(ImagePooling pooling) {
        Optional<String> output = pooling == ImagePooling.OUTPUT ? own(POOLER, name -> true) : tokens();
        return output.map(name -> readout(name, pooling))
                .orElseThrow(() -> unfit(pooling + " needs "
                        + (pooling == ImagePooling.OUTPUT ? "one output [n, d]" : "tokens [n, t, d]")));
    }

    private Readout usual() {
        if (facts.hasClassToken() && tokens().isPresent()) {
            return readout(tokens().get(), ImagePooling.CLS);
        }
        return (facts.isProjected()
                        ? own("", name -> !name.equals(POOLER) && isVector(name))
                        : own(POOLER, this::isVector))
                .map(name -> readout(name, ImagePooling.OUTPUT))
                .orElseThrow(() -> unfit(
                        facts.isProjected()
                                ? "image_embeds [n, d] is needed; export the image tower with its projection"
                                : "one output of vectors [n, d] or feature maps [n, d, h, w] is needed; choose a pooling,"
                                        + " or export the network without its classifier"));
    }

    /** The scores of a classifier are no features, unless someone asks for them. */
    private boolean isVector(String name) {
        return !name.startsWith("logits");
    }

    /** The network's own vector, or else a feature map: the known names first. */
    private Optional<String> own(String pooler, Predicate<String> fits) {
        return Stream.concat(VECTORS.stream(), Stream.of(pooler))
                .filter(name -> has(name, VECTOR) || has(name, MAP))
                .findFirst()
                .or(() -> only(VECTOR, fits))
                .or(() -> only(MAP, fits));
    }

    private Optional<String> tokens() {
        return STATES.stream().filter(name -> has(name, TOKENS)).findFirst().or(() -> only(TOKENS, name -> true));
    }

    private Optional<String> only(int rank, Predicate<String> fits) {
        List<String> names = outputs.keySet().stream()
                .filter(name -> has(name, rank) && fits.test(name))
                .toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private boolean has(String name, int rank) {
        Tensor tensor = outputs.get(name);
        return tensor != null && tensor.isFloat() && tensor.shape().length == rank;
    }

    private Readout readout(String name, ImagePooling pooling) {
        int special = pooling == ImagePooling.CLS || pooling == ImagePooling.MEAN_PATCHES ? special(name, pooling) : 0;
        return switch (pooling) {
            case OUTPUT -> Readout.whole(name, outputs.get(name).shape().length);
            case CLS -> new Readout(name, TOKENS, 0, 1);
            case MEAN -> new Readout(name, TOKENS, 0, 0);
            case MEAN_PATCHES -> new Readout(name, TOKENS, special, 0);
        };
    }

    /**
     * How many tokens stand before those of the patches: one for the class, in DeiT another for distillation, in some
     * networks registers. What is not a token of a patch is one of those.
     */
    private int special(String name, ImagePooling pooling) {
        OptionalInt patches = facts.patches(input);
        long tokens = outputs.get(name).shape()[1];
        if (patches.isEmpty() && pooling == ImagePooling.CLS) {
            return 1;
        }
        if (patches.isEmpty()) {
            throw unfit("which of the tokens stand for patches is told by patch_size in config.json, which is missing");
        }
        long special = tokens - patches.getAsInt();
        if (special < 0 || pooling == ImagePooling.CLS && special == 0) {
            throw unfit(tokens + " tokens for " + patches.getAsInt()
                    + " patches leave no class token; choose the pooling " + "MEAN or OUTPUT");
        }
        return (int) special;
    }

    private ModelException unfit(String problem) {
        return new ModelException(facts.name() + ": the network's outputs are " + outputs + "; " + problem);
    }
}
