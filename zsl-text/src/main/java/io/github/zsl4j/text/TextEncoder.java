package io.github.zsl4j.text;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.layout.ModelFolder;
import io.github.zsl4j.engine.layout.WeightDigest;
import io.github.zsl4j.error.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes texts with a network and its Hugging Face tokenizer: BERT and its like, sentence encoders, and the text towers of
 * CLIP and SigLIP.
 *
 * <p>Any string is a text: a blank one is encoded as its special tokens alone (as one padding token, if the model has no
 * special tokens), one longer than the model's maximum loses its end (see {@link #isTruncated}), and half surrogate pairs
 * are read as U+FFFD. The texts of a call are batched by length, and padded as the model was trained, so that a text's
 * vector does not depend on its neighbours (to within float rounding).
 *
 * <p>Thread-safe. Holds native memory until closed; what a call holds beside its result grows with the number of tokens of
 * its texts only.
 *
 * <p><b>References:</b> Reimers and Gurevych, "Sentence-BERT: sentence embeddings using Siamese BERT-networks", EMNLP
 * 2019.
 */
public final class TextEncoder implements Encoder<String> {

    private static final Logger LOG = LoggerFactory.getLogger(TextEncoder.class);

    /** What exporters call the network of a text model, without its extension. */
    private static final List<String> NETWORKS =
            List.of("text_model", "text", "textual", "text_encoder", "sentence_encoder", "model", "encoder");

    private final EmbeddingSpace space;
    private final TextTower tower;
    private final TextReader reader;
    private final Batching batching;
    private final Workers workers;
    private final AtomicBoolean truncationReported = new AtomicBoolean();

    /** Held for reading by calls in progress, for writing by close: freeing what is in use crashes the JVM. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    /** Takes over the tower and the reader. */
    TextEncoder(EmbeddingSpace space, TextTower tower, TextReader reader, Batching batching) {
        this.space = space;
        this.tower = tower;
        this.reader = reader;
        this.batching = batching;
        this.workers = new Workers(batching.workers());
    }

    /**
     * Loads the text model of a folder: a network called {@code text_model}, {@code text}, {@code textual},
     * {@code text_encoder} or {@code model}, with {@code tokenizer.json} and the configuration files of Hugging Face,
     * sentence-transformers or open_clip beside it. Of a network that holds both towers of a joint model, the text tower is
     * used.
     *
     * @throws ModelException if a file is missing or damaged, the files do not fit each other, or the engine is not on the
     *     class path
     * @throws IllegalArgumentException if the options ask for more tokens than the model reads
     */
    public static TextEncoder load(ModelFolder folder, TextEncoderOptions options) {
        TokenizerSettings.require(folder);
        Path file = folder.requireNetwork(options.network(), options.variant(), NETWORKS);
        Network network = Network.load(file, options.network());
        try {
            return of(JointNetwork.textSide(network, folder), folder, WeightDigest.of(List.of(file)), options);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /**
     * Makes an encoder of a network that is loaded already.
     *
     * @param network the text model, which the encoder closes with itself; it stays the caller's if this fails
     * @param folder has {@code tokenizer.json} and the configuration files
     * @param identity of the space of the vectors, usually a digest of the model's weights
     * @throws ModelException if a file is missing or damaged, or the files do not fit each other
     * @throws IllegalArgumentException if the options ask for more tokens than the model reads
     */
    public static TextEncoder of(Network network, ModelFolder folder, String identity, TextEncoderOptions options) {
        TextModelFiles files = TextModelFiles.read(folder);
        TextFamily family = TextFamily.of(files);
        TextInputs inputs = TextInputs.of(network, family.usualInputs(files));
        TextRecipe recipe = family.recipe(files, inputs, options);
        TextReader reader = TextReader.load(files.tokenizer().path(), recipe);
        try {
            TextTower tower = TextTower.probe(network, inputs, recipe, reader.read("a"));
            EmbeddingSpace space = new EmbeddingSpace(folder.name(), tower.dimension(), identity);
            return new TextEncoder(space, tower, reader, inputs.fit(options.batching()));
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ModelException if the network fails, or gives something else than it did when it was loaded
     */
    @Override
    public EmbeddingMatrix encodeAll(List<? extends String> texts) {
        lock.readLock().lock();
        try {
            requireOpen();
            List<TokenisedText> tokenised = read(texts);
            float[] vectors = new float[Math.multiplyExact(tokenised.size(), space.dimension())];
            workers.run(TextBatch.plan(tokenised, reader.padding(), batching).stream()
                    .map(batch -> (Runnable) () -> tower.encode(batch, vectors))
                    .toList());
            return tower.finish(EmbeddingMatrix.wrap(space, vectors));
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<TokenisedText> read(List<? extends String> texts) {
        List<TokenisedText> tokenised = new ArrayList<>(texts.size());
        for (String text : texts) {
            TokenisedText tokens = reader.read(Objects.requireNonNull(text, "a text is null"));
            tokenised.add(tokens);
            if (tokens.truncated() && truncationReported.compareAndSet(false, true)) {
                LOG.info(
                        "{}: a text of more than {} tokens is read without its end; isTruncated tells which",
                        space.name(),
                        reader.maxTokens());
            }
        }
        return tokenised;
    }

    /**
     * The tokens that the network reads for a text, special tokens included, after truncation and before padding.
     *
     * @return at most the maximum number of tokens
     * @throws IllegalStateException if this encoder is closed
     */
    public long[] tokenIds(String text) {
        return read(text).ids();
    }

    /**
     * Whether a text is longer than the model reads, so that its end is without effect.
     *
     * @throws IllegalStateException if this encoder is closed
     */
    public boolean isTruncated(String text) {
        return read(text).truncated();
    }

    private TokenisedText read(String text) {
        lock.readLock().lock();
        try {
            requireOpen();
            return reader.read(Objects.requireNonNull(text, "a text is null"));
        } finally {
            lock.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The text encoder " + space.name() + " is closed");
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                workers.close();
                reader.close();
                tower.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
