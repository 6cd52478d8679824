package io.github.zsl4j.joint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.classify.Ranking;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.testkit.Npy;
import io.github.zsl4j.text.prompt.PromptTemplates;
import io.github.zsl4j.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From decoded pictures and labels to probabilities, against PyTorch's transformers and open_clip. */
class JointGoldenTest {

    private static final double TOLERANCE = 1e-4;
    private static final PromptTemplates TEMPLATE = PromptTemplates.of(GoldenJoint.TEMPLATE);

    private static JointModel load(Path folder, String engine) {
        return JointFolder.load(
                ModelFolder.of(folder),
                JointFolder.Options.defaults()
                        .withNetwork(NetworkOptions.defaults().withEngine(engine)));
    }

    @ParameterizedTest
    @CsvSource({
        "tiny-clip, OnnxRuntime", "tiny-clip, PyTorch",
        "tiny-openclip, OnnxRuntime", "tiny-openclip, PyTorch",
        "tiny-siglip, OnnxRuntime", "tiny-siglip, PyTorch"
    })
    void getsTheProbabilitiesOfTheReference(String name, String engine) {
        try (JointModel model = load(Golden.folder(name), engine)) {
            assertThat(worst(model, TEMPLATE, name)).isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-clip", "tiny-openclip", "tiny-siglip"})
    void wouldNoticeAnotherTemplate(String name) {
        try (JointModel model = load(Golden.folder(name), NetworkOptions.ONNX_RUNTIME)) {
            assertThat(worst(model, PromptTemplates.of("{}"), name)).isGreaterThan(10 * TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-clip", "tiny-siglip"})
    void getsThemFromTheCombinedNetworkToo(String name, @TempDir Path folder) {
        GoldenJoint.copy(name, folder, file -> !file.matches(".*(vision|text)(_model)?\\.(onnx|pt)"));
        try (JointModel model = load(folder, NetworkOptions.ONNX_RUNTIME)) {
            assertThat(worst(model, TEMPLATE, name)).isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-clip", "tiny-siglip"})
    void measuresTheLogitsOfACombinedNetworkWithoutWeights(String name, @TempDir Path folder) {
        GoldenJoint.copy(name, folder, file -> file.endsWith(".json") || file.equals("onnx/model.onnx"));
        try (JointModel model = load(folder, NetworkOptions.ONNX_RUNTIME)) {
            assertThat(worst(model, TEMPLATE, name)).isLessThan(TOLERANCE);
            assertThat(model.card().kind()).contains("measured on the combined network");
        }
    }

    /** The largest difference of a probability from the reference. */
    private static double worst(JointModel model, PromptTemplates templates, String name) {
        Npy expected = Golden.npy("golden/zs_prob_" + name + ".npy");
        var prototypes = model.classes(templates)
                .prototypes(ClassDescription.ofLabels(GoldenJoint.LABELS.toArray(String[]::new)));
        var ranker = new PrototypeRanker(prototypes, model.similarity(), model.calibration());
        List<RgbImage> pictures = GoldenJoint.pictures();
        List<Ranking> rankings = ranker.rankAll(model.images().encodeAll(pictures));
        double worst = 0;
        for (int i = 0; i < pictures.size(); i++) {
            for (Ranking.Entry entry : rankings.get(i).entries()) {
                double reference = expected.row(i)[GoldenJoint.LABELS.indexOf(entry.label())];
                worst = Math.max(worst, Math.abs(entry.probability() - reference));
            }
        }
        return worst;
    }
}
