package io.github.zsl4j.engine.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.Offline;
import io.github.zsl4j.error.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Networks for those who describe their models by DJL's {@link Criteria}: any engine, any place, any option of DJL. */
public final class DjlNetworks {

    private DjlNetworks() {}

    /**
     * Loads the model that the criteria describe, on the engine and device that they name.
     *
     * <p>The criteria decide what DJL does: it goes to the network where they name a remote model, and, as it always does
     * unless it is told that it is offline, to report its use; run this in {@link Offline#call} to prevent both.
     *
     * <p>Inputs and outputs are named as by {@link Network#load} where the file can be found and the model has no
     * translator of its own. Otherwise neither is told before a run, and the tensors reach the translator under the
     * caller's names.
     *
     * @return a network that closes the model with itself
     * @throws ModelException if there is no such model, or it cannot be loaded
     */
    public static Network load(Criteria<NDList, NDList> criteria) {
        ZooModel<NDList, NDList> model = loadModel(criteria);
        Path file = file(model);
        Description description =
                model.getTranslator() instanceof NoopTranslator ? Description.of(file, model) : Description.UNKNOWN;
        return new DjlNetwork(file, model, description, model::newPredictor);
    }

    private static ZooModel<NDList, NDList> loadModel(Criteria<NDList, NDList> criteria) {
        try {
            return criteria.loadModel();
        } catch (Exception | LinkageError e) { // DJL has one for every step, and its engines have their own
            throw new ModelException("DJL finds or loads no model by these criteria; " + Failures.ofLoading(e), e);
        }
    }

    /** The network's file, looked for as DJL does; the folder if it is none of these. */
    private static Path file(Model model) {
        Path place = model.getModelPath();
        String engine = model.getNDManager().getEngine().getEngineName();
        String extension = engine.equals(NetworkOptions.PYTORCH) ? ".pt" : ".onnx";
        return Stream.of(model.getName(), place.toFile().getName(), "model")
                .flatMap(name -> Stream.of(name, name + extension))
                .map(place::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(place);
    }
}
