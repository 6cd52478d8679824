package io.github.zsl4j;

import io.github.zsl4j.cache.ClassCache;
import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.explain.ClassReading;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.model.ModelCard;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.vision.image.ImageDecoder;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.RgbImage;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A loaded joint model together with picture decoding: what classifiers are made from. Thread-safe; close it when no
 * classifier of it is needed any more.
 */
public final class ZeroShotModel implements AutoCloseable {

    private final JointModel joint;
    private final ImageDecoder decoder;
    private final ClassCache latest = ClassCache.inMemory();
    private final int workers;
    private final int batch;

    private ZeroShotModel(JointModel joint, ModelOptions options) {
        this.joint = Objects.requireNonNull(joint, "joint");
        this.decoder = new ImageDecoder(options.limits());
        this.workers = options.workers();
        this.batch = options.batch();
    }

    /**
     * A model from your own parts.
     *
     * @param joint closed with this model
     */
    public static ZeroShotModel of(JointModel joint, ModelOptions options) {
        return new ZeroShotModel(joint, options);
    }

    /**
     * A classifier for some labels. All work on the labels is done here, once.
     *
     * @param labels distinct, at least one
     * @throws IllegalArgumentException if there is no label, one is blank, given twice, or names a sense that is unknown
     * @throws IllegalStateException if this model is closed
     */
    public ImageClassifier classifier(String... labels) {
        return classifier(ClassDescription.ofLabels(labels));
    }

    /** A classifier for classes that are described in more words than a label. See {@link #classifier(String...)}. */
    public ImageClassifier classifier(List<ClassDescription> classes) {
        return classifier(classes, ClassifierOptions.defaults());
    }

    /**
     * A classifier for classes that are read as {@code options} say. See {@link #classifier(String...)}.
     *
     * @throws IllegalArgumentException also if the model cannot read prompts, or labels in that mode
     */
    public ImageClassifier classifier(List<ClassDescription> classes, ClassifierOptions options) {
        Calibration calibration = options.mode().map(joint::calibration).orElseGet(joint::calibration);
        ClassEncoder encoder = options.templates().map(joint::classes).orElseGet(joint::classes);
        return classifier(options.cache().orElse(latest).prototypes(encoder, classes), calibration);
    }

    /**
     * A classifier for prototypes of your own making, such as {@link Prototypes#ofExamples means of examples}.
     *
     * @throws IllegalArgumentException if they are of another space than this model's
     */
    public ImageClassifier classifier(Prototypes prototypes) {
        return classifier(prototypes, joint.calibration());
    }

    private ImageClassifier classifier(Prototypes prototypes, Calibration calibration) {
        return classifier(joint.ranker(prototypes, calibration));
    }

    /**
     * A classifier for a ranker of your own making, such as those of {@link io.github.zsl4j.fewshot}.
     *
     * @throws IllegalArgumentException if it is of another space than this model's
     */
    public ImageClassifier classifier(Ranker ranker) {
        return new ImageClassifier(this, ranker);
    }

    /**
     * A classifier for classes that are known by some pictures each, three to ten if possible; the labels are only names. The
     * same as {@code fewShot(examples).classifier()}.
     *
     * @param examples at least one; classes are ordered by first appearance
     * @throws IllegalArgumentException if there is no example, or a label is blank
     * @throws ZslException if pictures cannot be read; the message names all of them
     * @throws IllegalStateException if this model is closed
     */
    public ImageClassifier classifierFromExamples(List<LabelledImage> examples) {
        return fewShot(examples).classifier();
    }

    /** What can be learned from some pictures of each class; they are encoded here. See {@link #classifierFromExamples}. */
    public FewShot fewShot(List<LabelledImage> examples) {
        return FewShot.of(this, examples);
    }

    /** How the model understands classes: the texts it reads, the senses it considers. */
    public List<ClassReading> explain(List<ClassDescription> classes) {
        return joint.classes().read(classes);
    }

    /**
     * A picture's vector in the shared space, not normalised.
     *
     * @throws ZslException if the picture cannot be read
     * @throws IllegalStateException if this model is closed
     */
    public Embedding embed(ImageSource image) {
        return joint.images().encode(decoder.decode(image));
    }

    /**
     * A text's vector in the shared space, not normalised.
     *
     * @throws IllegalArgumentException if the text is blank
     * @throws IllegalStateException if this model is closed
     */
    public Embedding embed(String text) {
        return joint.texts().encode(text);
    }

    /** The vectors of many pictures, as {@link ImageClassifier#classifyEach}. */
    public Stream<Outcome<Embedding>> embedEach(Stream<ImageSource> images) {
        return each(images, this::embedAll);
    }

    private List<Embedding> embedAll(List<RgbImage> images) {
        EmbeddingMatrix vectors = joint.images().encodeAll(images);
        return IntStream.range(0, vectors.rows()).mapToObj(vectors::row).toList();
    }

    /** Applies {@code step} to all pictures, in batches, on the model's workers; one that fails does not stop the others. */
    <T> Stream<Outcome<T>> each(Stream<ImageSource> images, Function<List<RgbImage>, List<T>> step) {
        return mapBatches(images, new BatchStep<>(decoder, step));
    }

    /**
     * Applies {@code step} to batches of things on the workers of this model, as many at a time as its options say. Results
     * come lazily in the order of the things; only a few batches per worker are under way. Close the stream to stop early.
     *
     * @param step gives one result for each thing of a batch, in their order; runs in several threads at a time
     */
    public <A, B> Stream<B> mapBatches(Stream<A> things, Function<List<A>, List<B>> step) {
        return OrderedPipeline.map(Batches.of(things, batch), step, workers).flatMap(List::stream);
    }

    /** Decodes pictures within the limits of this model's options. */
    public ImageDecoder decoder() {
        return decoder;
    }

    /** What the model is. */
    public ModelCard card() {
        return joint.card();
    }

    /** The parts that this model is made of. */
    public JointModel parts() {
        return joint;
    }

    /** Frees native memory; calls in progress finish first, later ones fail. Closing twice has no effect. */
    @Override
    public void close() {
        joint.close();
    }
}
