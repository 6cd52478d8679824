package io.github.zsl4j.joint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.testkit.Npy;
import io.github.zsl4j.text.prompt.PromptTemplates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A thousand labels in eighty templates against the same done in Python, see golden/ensemble/make_ensemble.py. */
class EnsembleGoldenTest {

    private static final double TOLERANCE = 1e-5;
    private static final List<String> LABELS = new String(Golden.bytes("ensemble/labels.txt"), StandardCharsets.UTF_8)
            .lines()
            .toList();

    @Test
    void equalsTheReference() {
        assertThat(worst(PromptTemplates.CLIP_IMAGENET)).isLessThan(TOLERANCE);
    }

    @Test
    void wouldNoticeOtherTemplates() {
        assertThat(worst(PromptTemplates.CLIP_PHOTO)).isGreaterThan(100 * TOLERANCE);
    }

    private static double worst(PromptTemplates templates) {
        Npy expected = Golden.npy("ensemble/ensemble.npy");
        try (JointModel model =
                JointFolder.load(ModelFolder.of(Golden.folder("tiny-clip")), JointFolder.Options.defaults())) {
            var prototypes =
                    model.classes(templates).prototypes(ClassDescription.ofLabels(LABELS.toArray(String[]::new)));
            double worst = 0;
            for (int i = 0; i < LABELS.size(); i++) {
                float[] vector = prototypes.vectors().row(i).toArray();
                for (int j = 0; j < vector.length; j++) {
                    worst = Math.max(worst, Math.abs(vector[j] - expected.row(i)[j]));
                }
            }
            return worst;
        }
    }
}
