package io.github.zsl4j.text;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.github.zsl4j.engine.Offline;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * A Hugging Face tokenizer, without padding and with a length of our own. Thread-safe, but must not be closed while in
 * use: that would crash the JVM.
 */
final class TextTokenizer implements AutoCloseable {

    private final HuggingFaceTokenizer tokenizer;

    private TextTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * @param json a {@code tokenizer.json}; its own truncation and padding are overridden
     * @param name what to call it in errors
     */
    static TextTokenizer load(InputStream json, String name, int maxTokens) {
        Map<String, String> options = Map.of(
                "padding",
                "false",
                "truncation",
                "true",
                "maxLength",
                Integer.toString(maxTokens),
                "modelMaxLength",
                Integer.toString(maxTokens));
        try {
            return new TextTokenizer(Offline.call(() -> HuggingFaceTokenizer.newInstance(json, options)));
        } catch (EngineException e) {
            throw noLibrary(e);
        } catch (IOException | RuntimeException e) {
            throw new ModelException(name + ": this is not a tokenizer that can be loaded (" + e.getMessage() + ")", e);
        } catch (LinkageError e) {
            throw noLibrary(e);
        }
    }

    private static ModelException noLibrary(Throwable e) {
        return new ModelException("The tokenizer's native library cannot be loaded here (" + e.getMessage() + ")", e);
    }

    TokenisedText tokenise(String text) {
        Encoding encoding = tokenizer.encode(wellFormed(text));
        return new TokenisedText(encoding.getIds(), encoding.exceedMaxLength());
    }

    /** A string with U+FFFD for half surrogate pairs, which no UTF-8 can hold. */
    static String wellFormed(String text) {
        int i = 0;
        while (i < text.length() && !Character.isSurrogate(text.charAt(i))) {
            i++;
        }
        return i == text.length() ? text : replaceLoneSurrogates(text);
    }

    private static String replaceLoneSurrogates(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            result.appendCodePoint(lone ? 0xfffd : c);
        });
        return result.toString();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
