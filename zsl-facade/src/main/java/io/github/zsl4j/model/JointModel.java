package io.github.zsl4j.model;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.text.prompt.PromptTemplates;
import io.github.zsl4j.vision.image.RgbImage;

/**
 * An image encoder and a class encoder that share a space, and how their vectors are compared. CLIP is one; so is the
 * embedded default. Thread-safe; holds native memory until closed. Its encoders are closed with it, not by themselves.
 */
public interface JointModel extends AutoCloseable {

    /** Pictures to vectors of the shared space, not normalised. */
    Encoder<RgbImage> images();

    /** Single texts to vectors of the shared space, not normalised. */
    Encoder<String> texts();

    /** Lists of classes to prototypes of the shared space. */
    ClassEncoder classes();

    /**
     * As {@link #classes()}, with every label put into the given templates.
     *
     * @throws IllegalArgumentException if the model reads labels in another way than by prompts
     */
    default ClassEncoder classes(PromptTemplates templates) {
        throw new IllegalArgumentException("The model " + card().name() + " reads names and descriptions as they are; "
                + "prompt templates are for models such as CLIP and SigLIP");
    }

    /**
     * Pictures to the vectors that an {@link io.github.zsl4j.align.AlignmentTrainer} learns from: what the picture network
     * gives. For models whose networks share a space, that of {@link #images}.
     */
    default Encoder<RgbImage> features() {
        return images();
    }

    /**
     * Classes to the vectors that an alignment learns from, one each: what the text network gives. For models whose networks
     * share a space, that of {@link #classes}.
     */
    default ClassEncoder semantics() {
        return classes();
    }

    /**
     * Ranks classes for this model's pictures.
     *
     * @param prototypes of this model's space
     */
    default PrototypeRanker ranker(Prototypes prototypes, Calibration calibration) {
        return new PrototypeRanker(prototypes, similarity(), calibration);
    }

    /** How a picture's vector is compared with prototypes. */
    Similarity similarity();

    /** How scores become probabilities. */
    Calibration calibration();

    /**
     * How scores become probabilities when labels are read in the given way.
     *
     * @throws IllegalArgumentException if the model cannot judge labels in that way
     */
    default Calibration calibration(LabelMode mode) {
        if (mode == LabelMode.SINGLE) {
            return Calibration.softmax(calibration().scale());
        }
        throw new IllegalArgumentException("The model " + card().name()
                + " compares labels with each other and cannot judge them one by one; use a SigLIP model, or fit a "
                + "calibration on labelled pictures");
    }

    /** What the model is. */
    ModelCard card();

    /** The space that both sides share. */
    default EmbeddingSpace space() {
        return images().space();
    }

    /** Frees native memory; calls in progress finish first. Closing twice has no effect. */
    @Override
    void close();
}
