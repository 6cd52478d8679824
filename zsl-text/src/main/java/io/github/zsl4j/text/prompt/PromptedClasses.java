package io.github.zsl4j.text.prompt;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.explain.ClassReading;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The class side of a model whose text and image encoders share a space: prototypes from prompts.
 *
 * <p>A class's label goes through every template; the texts' vectors, each scaled to length 1, are averaged, and the mean is
 * scaled to length 1, as in open_clip's {@code build_zero_shot_classifier}. Further descriptions are read as they are,
 * without templates (Menon and Vondrick), so write whole sentences that name the class. The label weighs as much as all
 * descriptions together, as in the embedded default model: with k of them it has the weight 1/2 and each description 1/(2k).
 *
 * <p>Every different text is encoded once, whatever number of classes share it, in chunks: memory is 8 bytes a component of
 * every class and description, plus the texts, not a vector for each of them. As thread-safe as the encoder.
 *
 * <p><b>References:</b> Radford et al., "Learning transferable visual models from natural language supervision", ICML 2021;
 * Menon and Vondrick, "Visual classification via description from large language models", ICLR 2023.
 */
public final class PromptedClasses implements ClassEncoder {

    private static final double NAME_WEIGHT = 0.5;

    private final Encoder<String> encoder;
    private final PromptTemplates templates;
    private final PromptPooling pooling;

    /** @param encoder of texts, into the space of the images; stays the caller's to close */
    public PromptedClasses(Encoder<String> encoder, PromptTemplates templates, PromptPooling pooling) {
        this.encoder = Objects.requireNonNull(encoder, "encoder");
        this.templates = Objects.requireNonNull(templates, "templates");
        this.pooling = Objects.requireNonNull(pooling, "pooling");
    }

    @Override
    public EmbeddingSpace space() {
        return encoder.space();
    }

    /** The templates and the pooling; the number changes when the method does. */
    @Override
    public String recipe() {
        return "prompts 1 " + pooling + "\n" + String.join("\n", templates.templates());
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException also if the vectors of a class's texts add up to zero
     * @throws IllegalStateException if the encoder is closed
     */
    @Override
    public Prototypes prototypes(List<ClassDescription> classes) {
        return prototypes(classes, EncodingProgress.NONE);
    }

    /**
     * As {@link #prototypes(List)}, telling how far it has come.
     *
     * @throws IllegalArgumentException if there is no class, two share a label, or the vectors of a class's texts add up to
     *     zero
     * @throws IllegalStateException if the encoder is closed
     */
    public Prototypes prototypes(List<ClassDescription> classes, EncodingProgress progress) {
        ClassDescription.requireDistinct(classes);
        PromptPlan plan = new PromptPlan(classes, templates);
        UnitMeans means = plan.encode(encoder, progress);
        return pooling == PromptPooling.MEAN ? pooled(classes, means) : separate(classes, means);
    }

    /** How much part {@code index} of a class weighs: the name comes first, then each description. */
    private static double weight(ClassDescription description, int index) {
        int texts = description.texts().size();
        if (texts == 0) {
            return 1;
        }
        return index == 0 ? NAME_WEIGHT : (1 - NAME_WEIGHT) / texts;
    }

    private Prototypes pooled(List<ClassDescription> classes, UnitMeans parts) {
        UnitMeans means = new UnitMeans(labels(classes), space().dimension());
        int part = 0;
        for (int c = 0; c < classes.size(); c++) {
            for (int i = 0; i <= classes.get(c).texts().size(); i++) {
                means.add(c, weight(classes.get(c), i), parts.unit(part++));
            }
        }
        return Prototypes.of(labels(classes), matrix(means));
    }

    private Prototypes separate(List<ClassDescription> classes, UnitMeans parts) {
        List<List<Component>> components = new ArrayList<>(classes.size());
        int part = 0;
        for (ClassDescription description : classes) {
            List<Component> own = new ArrayList<>();
            for (int i = 0; i <= description.texts().size(); i++) {
                own.add(new Component(part++, Math.log(weight(description, i))));
            }
            components.add(own);
        }
        return Prototypes.of(labels(classes), matrix(parts), components);
    }

    private EmbeddingMatrix matrix(UnitMeans means) {
        return EmbeddingMatrix.wrap(space(), means.toFloats());
    }

    private static List<String> labels(List<ClassDescription> classes) {
        return classes.stream().map(ClassDescription::label).toList();
    }

    /** {@inheritDoc} What is read are the label in every template, then the further descriptions. */
    @Override
    public List<ClassReading> read(List<ClassDescription> classes) {
        ClassDescription.requireDistinct(classes);
        return classes.stream()
                .map(c -> new ClassReading(c.label(), texts(c), List.of(), List.of(), 0))
                .toList();
    }

    private List<String> texts(ClassDescription description) {
        return Stream.concat(templates.fill(description.label()).stream(), description.texts().stream())
                .toList();
    }
}
