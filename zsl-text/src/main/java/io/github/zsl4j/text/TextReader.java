package io.github.zsl4j.text;

import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tokenizer with a model's recipe: from strings to the tokens that its network reads. As thread-safe as a tokenizer. */
final class TextReader implements AutoCloseable {

    private final TextTokenizer tokenizer;
    private final TextRecipe recipe;

    TextReader(TextTokenizer tokenizer, TextRecipe recipe) {
        this.tokenizer = tokenizer;
        this.recipe = recipe;
    }

    /** @throws ModelException if the tokenizer's file cannot be read */
    static TextReader load(Path file, TextRecipe recipe) {
        try (InputStream json = Files.newInputStream(file)) {
            return new TextReader(TextTokenizer.load(json, file.toString(), recipe.maxTokens()), recipe);
        } catch (IOException e) {
            throw new ModelException(file + ": the tokenizer's file cannot be read (" + e + ")", e);
        }
    }

    Padding padding() {
        return recipe.padding();
    }

    int maxTokens() {
        return recipe.maxTokens();
    }

    /** At least one token: a text that has none is read as a padding token. */
    TokenisedText read(String text) {
        TokenisedText tokens = tokenizer.tokenise(recipe.cleaning().apply(text));
        return tokens.length() > 0
                ? tokens
                : new TokenisedText(new long[] {recipe.padding().id()}, tokens.truncated());
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
