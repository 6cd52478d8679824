package io.github.zsl4j.joint;

import io.github.zsl4j.engine.Safetensors;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.hub.ModelHub;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the trained logit scale and bias of a folder: in its weights, else by asking its combined network, else (with a
 * warning) the values that training began with.
 *
 * @param logits what was found
 * @param where in words, for the card
 */
record LogitSource(LogitParameters logits, String where) {

    private static final Logger LOG = LoggerFactory.getLogger(LogitSource.class);
    private static final List<String> WEIGHTS = List.of("model.safetensors", "open_clip_model.safetensors");
    private static final String SCALE = "logit_scale";
    private static final String BIAS = "logit_bias";

    /** @param probe measures them on the folder's combined network; empty if there is none */
    static LogitSource find(ModelFolder folder, Family family, Supplier<Optional<LogitParameters>> probe) {
        return inWeights(folder, family)
                .or(() -> probe.get().map(found -> new LogitSource(found, "measured on the combined network")))
                .or(() -> initial(folder, family))
                .orElseThrow(() -> new ModelException(folder
                        + ": the model's logit scale and bias are not to be found; put its model.safetensors or combined "
                        + "model.onnx beside the towers"));
    }

    private static Optional<LogitSource> inWeights(ModelFolder folder, Family family) {
        return Stream.concat(
                        WEIGHTS.stream().flatMap(name -> folder.file(name).stream()),
                        ModelHub.scalarWeights(folder.path()).stream())
                .flatMap(file -> read(file, family).stream())
                .findFirst();
    }

    private static Optional<LogitSource> read(Path file, Family family) {
        Map<String, Tensor> found = Safetensors.read(file, Set.of(SCALE, BIAS));
        if (!found.containsKey(SCALE) || family.sigmoid() && !found.containsKey(BIAS)) {
            return Optional.empty();
        }
        double scale = Math.exp(scalar(file, found.get(SCALE)));
        LogitParameters logits = family.sigmoid()
                ? LogitParameters.sigmoid(scale, scalar(file, found.get(BIAS)))
                : LogitParameters.softmax(scale);
        return Optional.of(new LogitSource(logits, "from " + file.getFileName()));
    }

    private static double scalar(Path file, Tensor tensor) {
        if (!tensor.isFloat() || tensor.floats().length != 1 || !Float.isFinite(tensor.floats()[0])) {
            throw new ModelException(file + ": the logit scale or bias is " + tensor + ", not one finite number");
        }
        return tensor.floats()[0];
    }

    private static Optional<LogitSource> initial(ModelFolder folder, Family family) {
        Optional<LogitParameters> initial = family.initial();
        initial.ifPresent(logits -> LOG.warn(
                "{}: the trained logit scale is not to be found, so {} from the configuration is used; probabilities may be "
                        + "less sharp than the model's own. Put its model.safetensors beside the towers.",
                folder,
                logits.scale()));
        return initial.map(logits -> new LogitSource(logits, "the configuration's initial value"));
    }
}
