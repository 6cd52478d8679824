package io.github.zsl4j.cli;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.model.ModelCard;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.vision.image.RgbImage;

/** A model that stays open, so that many runs of the program can share it. */
record Unclosed(JointModel model) implements JointModel {

    @Override
    public Encoder<RgbImage> images() {
        return model.images();
    }

    @Override
    public Encoder<String> texts() {
        return model.texts();
    }

    @Override
    public ClassEncoder classes() {
        return model.classes();
    }

    @Override
    public Encoder<RgbImage> features() {
        return model.features();
    }

    @Override
    public ClassEncoder semantics() {
        return model.semantics();
    }

    @Override
    public Similarity similarity() {
        return model.similarity();
    }

    @Override
    public Calibration calibration() {
        return model.calibration();
    }

    @Override
    public ModelCard card() {
        return model.card();
    }

    @Override
    public void close() {}
}
