package io.github.zsl4j.text;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.engine.Network;
import io.github.zsl4j.text.TextInputs.Role;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Encoders that are cheap to open. */
final class Encoders {

    static final EmbeddingSpace PLANE = EmbeddingSpace.of("plane", 2);

    private Encoders() {}

    /** Words one, two and three have the ids 10, 20 and 30; [CLS] is 2, [SEP] 3, an unknown word 1. */
    static TextTokenizer tokenizer(int maxTokens) {
        InputStream json = Encoders.class.getResourceAsStream("tiny-tokenizer.json");
        return TextTokenizer.load(json, "tiny-tokenizer.json", maxTokens);
    }

    static TextEncoder encoder(Network network, TextRecipe recipe) {
        return encoder(network, recipe, Batching.defaults());
    }

    static TextEncoder encoder(Network network, TextRecipe recipe, Batching batching) {
        TextReader reader = new TextReader(tokenizer(recipe.maxTokens()), recipe);
        TextInputs inputs = TextInputs.of(network, List.of(Role.IDS, Role.MASK, Role.TYPES));
        TextTower tower = TextTower.probe(network, inputs, recipe, reader.read("one"));
        if (network instanceof FakeNetwork fake) {
            fake.calls.clear();
        }
        return new TextEncoder(PLANE, tower, reader, batching);
    }

    /** Raw means of at most eight tokens. */
    static TextRecipe recipe() {
        return recipe(Pooling.MEAN, Head.NONE);
    }

    static TextRecipe recipe(Pooling pooling, Head head) {
        return recipe(Padding.longest(0), new OutputChoice(Optional.of(pooling), List.of(), Optional.empty()), head);
    }

    static TextRecipe recipe(Padding padding, OutputChoice output, Head head) {
        return new TextRecipe(UnaryOperator.identity(), 8, padding, output, head);
    }
}
