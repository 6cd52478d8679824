package io.github.zsl4j.embedded;

import com.google.gson.JsonObject;
import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.Safetensors;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.model.JointModel;
import io.github.zsl4j.model.Loading;
import io.github.zsl4j.model.ModelCard;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.text.MiniLm;
import io.github.zsl4j.text.TextEncoder;
import io.github.zsl4j.text.lexicon.LabelReader;
import io.github.zsl4j.text.lexicon.WordNet;
import io.github.zsl4j.vision.encoder.ImageEncoder;
import io.github.zsl4j.vision.image.RgbImage;
import io.github.zsl4j.vision.preprocess.Preprocessing;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded default: zero-shot classification without a vision-language model. The last layer of an ImageNet
 * classifier is extended to any label by synthesising its weight row from the label's meaning; docs/default-model.md
 * gives the method, its accuracy and its limits. Thread-safe.
 */
public final class DefaultModel implements JointModel {

    /** Also makes SLF4J start before the loading threads do, which it would complain about. */
    private static final Logger LOG = LoggerFactory.getLogger(DefaultModel.class);

    static final EmbeddingSpace SPACE = new EmbeddingSpace("zsl4j-default", 1280, "1");

    private final ImageEncoder features;
    private final TextEncoder text;
    private final Encoder<RgbImage> images;
    private final SynthesisedClasses classes;
    private final DescribedClasses semantics;
    private final Calibration calibration;
    private final ModelCard card;

    private DefaultModel(ImageEncoder features, TextEncoder text, Knowledge knowledge) {
        this.features = features;
        this.text = text;
        Tables tables = knowledge.tables();
        Constants constants = knowledge.constants();
        KnownClasses known = knowledge.known();
        this.images = new CentredImages(features, tables.featureMean(), SPACE);
        SenseWeights senses = new SenseWeights(knowledge.taxonomy(), constants, known.size());
        LabelReader reader = new LabelReader(knowledge.wordNet());
        this.classes = new SynthesisedClasses(
                reader,
                senses,
                new Synthesis(constants, tables, senses, text),
                new Mixture(knowledge.taxonomy(), constants.plausible()),
                new SynthesisedClasses.Known(known, tables.classPrototypes()));
        this.semantics = new DescribedClasses(reader, senses, text, classes);
        this.calibration = Calibration.softmax(constants.scale());
        this.card = knowledge.card();
    }

    /**
     * Loads the model from the class path. Its three parts (image network, text network, lexical knowledge) load side by
     * side.
     *
     * @param options how the networks are run
     * @param workers threads that encode the texts of long label lists, at least 1
     * @throws ModelException if a part is missing or damaged
     */
    public static DefaultModel load(NetworkOptions options, int workers) {
        LOG.debug("Loading the embedded model with {}", options);
        try (Loading loading = new Loading()) {
            var image = loading.start(() -> imageEncoder(options));
            var text = loading.start(() -> MiniLm.load(options, workers));
            var knowledge = loading.start(Knowledge::load);
            DefaultModel model = new DefaultModel(image.get(), text.get(), knowledge.get());
            loading.succeeded();
            return model;
        }
    }

    private static ImageEncoder imageEncoder(NetworkOptions options) {
        EmbeddingSpace space = new EmbeddingSpace("efficientnet-lite2", SPACE.dimension(), "ad8269636e27");
        return ImageEncoder.load(
                DefaultFiles.imageEncoder(),
                new ImageEncoder.Binding("pixel_values", "features"),
                space,
                Preprocessing.efficientNetLite2(),
                options);
    }

    /** The tables and the lexicon: everything but the networks. */
    private record Knowledge(
            WordNet wordNet,
            Taxonomy taxonomy,
            KnownClasses known,
            Constants constants,
            Tables tables,
            ModelCard card) {

        static Knowledge load() {
            WordNet wordNet = WordNet.load(DefaultFiles.open("wordnet-nouns.tsv.gz"), DefaultFiles.open("noun.exc"));
            KnownClasses known = KnownClasses.parse(DefaultFiles.lines("classes.tsv"));
            JsonObject json = DefaultFiles.json("model.json");
            return new Knowledge(
                    wordNet,
                    new Taxonomy(wordNet, known.synsets()),
                    known,
                    Constants.of(json),
                    tables(known.size()),
                    DefaultCard.of(json, DefaultFiles.lines("SHA256SUMS")));
        }

        private static Tables tables(int classes) {
            try (InputStream in = DefaultFiles.open("alignment.safetensors")) {
                Map<String, Tensor> tensors = Safetensors.read("alignment.safetensors", in);
                return Tables.of(tensors, classes, EmbeddingSpace.of("all-MiniLM-L6-v2 centred", 384), SPACE);
            } catch (IOException e) {
                throw new ModelException("alignment.safetensors: cannot be closed (" + e.getMessage() + ")", e);
            }
        }
    }

    @Override
    public Encoder<RgbImage> images() {
        return images;
    }

    @Override
    public Encoder<String> texts() {
        return new SynthesisedTexts(classes);
    }

    @Override
    public ClassEncoder classes() {
        return classes;
    }

    /** The image network's features as they are: their mean is not subtracted. */
    @Override
    public Encoder<RgbImage> features() {
        return features;
    }

    /** The text network's embeddings of names with their glosses or descriptions. */
    @Override
    public ClassEncoder semantics() {
        return semantics;
    }

    /** The class side with what tests look into. */
    SynthesisedClasses synthesis() {
        return classes;
    }

    @Override
    public Similarity similarity() {
        return Similarity.COSINE;
    }

    @Override
    public Calibration calibration() {
        return calibration;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public void close() {
        features.close();
        text.close();
    }
}
