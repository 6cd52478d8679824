package io.github.zsl4j.text;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.Tensor;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Encodes texts with a BERT-like network and its Hugging Face tokenizer.
 *
 * <p>Any string is a text: a blank one is encoded as its special tokens alone, one longer than the model's maximum loses
 * its end (see {@link #isTruncated}), and half surrogate pairs are read as U+FFFD. The texts of a call are batched by
 * length, and padding is masked, so that a text's vector does not depend on its neighbours (to within float rounding).
 *
 * <p>Thread-safe. Holds native memory until closed.
 *
 * <p><b>References:</b> Reimers and Gurevych, "Sentence-BERT: sentence embeddings using Siamese BERT-networks", EMNLP
 * 2019.
 */
public final class SentenceEncoder implements Encoder<String> {

    private final EmbeddingSpace space;
    private final Network network;
    private final TextTokenizer tokenizer;
    private final SentenceEncoderOptions options;
    private final Workers workers;

    /** Held for reading by calls in progress, for writing by close: freeing what is in use crashes the JVM. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    /** Takes over the network and the tokenizer. */
    SentenceEncoder(EmbeddingSpace space, Network network, TextTokenizer tokenizer, SentenceEncoderOptions options) {
        this.space = space;
        this.network = network;
        this.tokenizer = tokenizer;
        this.options = options;
        this.workers = new Workers(options.batching().workers());
    }

    /**
     * Loads an encoder from files.
     *
     * @param space the space of its vectors, with the dimension of the network's output
     * @param network {@code model.onnx}, which reads {@code input_ids}, {@code attention_mask} and, maybe,
     *     {@code token_type_ids}
     * @param tokenizer {@code tokenizer.json}; its padding and truncation are overridden
     * @param networkOptions the engine and its threads
     * @throws ModelException if a file is missing or damaged, or the engine is not on the class path
     */
    public static SentenceEncoder load(
            EmbeddingSpace space,
            Path network,
            Path tokenizer,
            SentenceEncoderOptions options,
            NetworkOptions networkOptions) {
        Objects.requireNonNull(space, "space");
        try (InputStream json = Files.newInputStream(tokenizer)) {
            return load(
                    space,
                    network,
                    TextTokenizer.load(json, tokenizer.toString(), options.maxTokens()),
                    options,
                    networkOptions);
        } catch (IOException e) {
            throw new ModelException(tokenizer + ": the tokenizer's file cannot be read (" + e + ")", e);
        }
    }

    /** Takes over the tokenizer, and closes it if the network cannot be loaded. */
    static SentenceEncoder load(
            EmbeddingSpace space,
            Path network,
            TextTokenizer tokenizer,
            SentenceEncoderOptions options,
            NetworkOptions networkOptions) {
        try {
            return new SentenceEncoder(space, Network.load(network, networkOptions), tokenizer, options);
        } catch (RuntimeException e) {
            tokenizer.close();
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
     * @throws ModelException if the network's output is not what the options say
     */
    @Override
    public EmbeddingMatrix encodeAll(List<? extends String> texts) {
        lock.readLock().lock();
        try {
            requireOpen();
            List<TokenisedText> tokenised = tokenise(texts);
            float[] vectors = new float[Math.multiplyExact(tokenised.size(), space.dimension())];
            workers.run(TextBatch.plan(tokenised, options.batching()).stream()
                    .map(batch -> (Runnable) () -> encode(batch, vectors))
                    .toList());
            EmbeddingMatrix matrix = EmbeddingMatrix.wrap(space, vectors);
            return options.unitLength() ? matrix.unit() : matrix;
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<TokenisedText> tokenise(List<? extends String> texts) {
        List<TokenisedText> tokenised = new ArrayList<>(texts.size());
        for (String text : texts) {
            tokenised.add(tokenizer.tokenise(Objects.requireNonNull(text, "a text is null")));
        }
        return tokenised;
    }

    /** Writes the batch's vectors to their rows; batches run at once write to different ones. */
    private void encode(TextBatch batch, float[] vectors) {
        float[] states = states(batch);
        int d = space.dimension();
        for (int row = 0; row < batch.texts().size(); row++) {
            int from = row * batch.width() * d;
            int to = batch.indices().get(row) * d;
            options.pooling().pool(states, from, batch.texts().get(row).length(), vectors, to, d);
        }
    }

    /** The vectors of the tokens, [texts, width, dimension]. */
    private float[] states(TextBatch batch) {
        Tensor states = network.run(batch.inputs(network.inputs()), options.output());
        long[] expected = {batch.texts().size(), batch.width(), space.dimension()};
        if (!states.isFloat() || !Arrays.equals(states.shape(), expected)) {
            throw new ModelException("The network's output '" + options.output() + "' is " + states
                    + " where vectors of tokens, float" + Arrays.toString(expected) + ", are expected");
        }
        return states.floats();
    }

    /**
     * The tokens that the network reads for a text, special tokens included, after truncation.
     *
     * @return at most the maximum number of tokens
     * @throws IllegalStateException if this encoder is closed
     */
    public long[] tokenIds(String text) {
        return tokenise(text).ids();
    }

    /**
     * Whether a text is longer than the model reads, so that its end is without effect.
     *
     * @throws IllegalStateException if this encoder is closed
     */
    public boolean isTruncated(String text) {
        return tokenise(text).truncated();
    }

    private TokenisedText tokenise(String text) {
        lock.readLock().lock();
        try {
            requireOpen();
            return tokenise(List.of(text)).get(0);
        } finally {
            lock.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The sentence encoder " + space.name() + " is closed");
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                workers.close();
                tokenizer.close();
                network.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
