package io.github.zsl4j.joint;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.model.LabelMode;
import io.github.zsl4j.model.ModelCard;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.text.prompt.PromptPooling;
import io.github.zsl4j.text.prompt.PromptTemplates;
import io.github.zsl4j.text.prompt.PromptedClasses;
import io.github.zsl4j.vision.image.RgbImage;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A joint model of an image tower and a text tower whose vectors are compared by cosine. Two encoders of unlike spaces
 * become one when one of them is wrapped in an alignment.
 *
 * <p>Thread-safe if its encoders are.
 *
 * <p><b>References:</b> Radford et al., "Learning transferable visual models from natural language supervision" (CLIP),
 * ICML 2021. Zhai et al., "Sigmoid loss for language image pre-training" (SigLIP), ICCV 2023.
 */
public final class DualEncoder implements JointModel {

    private final Encoder<RgbImage> images;
    private final Encoder<String> texts;
    private final LogitParameters logits;
    private final ClassEncoder classes;
    private final Supplier<ModelCard> card;

    private DualEncoder(
            Encoder<RgbImage> images,
            Encoder<String> texts,
            LogitParameters logits,
            PromptTemplates templates,
            Supplier<ModelCard> card) {
        images.space().requireSame(texts.space());
        this.images = images;
        this.texts = texts;
        this.logits = Objects.requireNonNull(logits, "logits");
        this.classes = new PromptedClasses(texts, templates, PromptPooling.MEAN);
        this.card = card;
    }

    /**
     * @param images closed with the model
     * @param texts of the same space; closed with the model
     * @param templates what a label is put into when nothing else is asked for
     * @throws IllegalArgumentException if the encoders are of different spaces
     */
    public static DualEncoder of(
            Encoder<RgbImage> images,
            Encoder<String> texts,
            LogitParameters logits,
            PromptTemplates templates,
            ModelCard card) {
        Objects.requireNonNull(card, "card");
        return new DualEncoder(images, texts, logits, templates, () -> card);
    }

    /** As {@link #of}, with a card that is costly to make and seldom read. */
    static DualEncoder withCard(
            Encoder<RgbImage> images,
            Encoder<String> texts,
            LogitParameters logits,
            PromptTemplates templates,
            Supplier<ModelCard> card) {
        return new DualEncoder(images, texts, logits, templates, card);
    }

    @Override
    public Encoder<RgbImage> images() {
        return images;
    }

    @Override
    public Encoder<String> texts() {
        return texts;
    }

    @Override
    public ClassEncoder classes() {
        return classes;
    }

    @Override
    public ClassEncoder classes(PromptTemplates templates) {
        return new PromptedClasses(texts, templates, PromptPooling.MEAN);
    }

    @Override
    public Similarity similarity() {
        return Similarity.COSINE;
    }

    @Override
    public Calibration calibration() {
        return logits.calibration(logits.natural());
    }

    @Override
    public Calibration calibration(LabelMode mode) {
        return logits.calibration(mode);
    }

    /** What turns cosines into probabilities. */
    public LogitParameters logits() {
        return logits;
    }

    @Override
    public ModelCard card() {
        return card.get();
    }

    @Override
    public void close() {
        images.close();
        texts.close();
    }
}
