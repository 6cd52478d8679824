package io.github.zsl4j.aligned;

import io.github.zsl4j.align.AlignedEncoder;
import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.classify.CalibratedStacking;
import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.classify.ScoreCalibration;
import io.github.zsl4j.dataset.ClassTable;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.model.ModelCard;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.vision.image.RgbImage;
import java.util.List;
import java.util.Objects;

/**
 * A trained alignment at work: pictures by the network whose features it was trained on, classes by their semantics, compared
 * in the alignment's space. Classes that were trained with compete under calibrated stacking with those that were not.
 * Thread-safe.
 */
public final class AlignedModel implements JointModel {

    private final JointModel base;
    private final SemanticAlignment alignment;
    private final ScoreCalibration calibration;
    private final AlignedClasses classes;
    private final Encoder<RgbImage> images;

    private AlignedModel(JointModel base, SemanticAlignment alignment, ClassTable known, ScoreCalibration calibration) {
        this.base = base;
        this.alignment = alignment;
        this.calibration = Objects.requireNonNull(calibration, "calibration");
        this.classes = new AlignedClasses(base.semantics(), alignment, known);
        this.images = new AlignedEncoder<>(base.features(), alignment.features());
    }

    /**
     * @param base closed with this model
     * @param alignment trained on vectors of {@link JointModel#features}
     * @param known classes whose semantics are at hand, and which of them were trained with. Other classes are read by
     *     {@link JointModel#semantics} if the alignment was trained on its vectors, and refused otherwise
     * @param calibration of the alignment's scores
     * @throws IllegalArgumentException if the alignment was trained on features of another network
     */
    public static AlignedModel of(
            JointModel base, SemanticAlignment alignment, ClassTable known, ScoreCalibration calibration) {
        return new AlignedModel(base, alignment, known, calibration);
    }

    @Override
    public Encoder<RgbImage> images() {
        return images;
    }

    @Override
    public Encoder<String> texts() {
        return classes.texts();
    }

    @Override
    public ClassEncoder classes() {
        return classes;
    }

    @Override
    public Encoder<RgbImage> features() {
        return base.features();
    }

    @Override
    public ClassEncoder semantics() {
        return base.semantics();
    }

    @Override
    public PrototypeRanker ranker(Prototypes prototypes, Calibration reading) {
        PrototypeRanker ranker = alignment.ranker(prototypes, reading);
        List<String> labels = prototypes.labels();
        boolean[] seen = new boolean[labels.size()];
        int count = 0;
        for (int i = 0; i < seen.length; i++) {
            seen[i] = classes.isSeen(labels.get(i));
            count += seen[i] ? 1 : 0;
        }
        return count == 0 || count == seen.length
                ? ranker
                : ranker.withAdjustment(CalibratedStacking.of(calibration.constant(), seen));
    }

    @Override
    public Similarity similarity() {
        return alignment.similarity();
    }

    @Override
    public Calibration calibration() {
        return Calibration.softmax(calibration.scale());
    }

    @Override
    public ModelCard card() {
        return base.card();
    }

    @Override
    public void close() {
        base.close();
    }
}
