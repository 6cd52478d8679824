package io.github.zsl4j.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.zsl4j.error.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a {@code tokenizer.json} says that its tokenizer does not tell. The file is read as a stream: that of a large
 * vocabulary has tens of megabytes.
 */
final class TokenizerFile {

    private final String wanted;
    private long maxId = -1;
    private Long wantedId;
    private Long padId;
    private boolean lowerCase;

    private TokenizerFile(String wanted) {
        this.wanted = wanted;
    }

    /**
     * @param token whose id is wanted, or empty
     * @throws ModelException if the file is damaged
     */
    static TokenizerFile read(Path file, Optional<String> token) {
        TokenizerFile result = new TokenizerFile(token.orElse(null));
        try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
            result.read(json);
        } catch (IOException | RuntimeException | StackOverflowError e) { // Gson has one for every kind of mismatch
            throw new ModelException(file + ": this is not a tokenizer that can be loaded (" + e.getMessage() + ")", e);
        }
        return result;
    }

    /** The largest id of all tokens, -1 if there is none. */
    long maxId() {
        return maxId;
    }

    /** The id of the token asked for. */
    Optional<Long> tokenId() {
        return Optional.ofNullable(wantedId);
    }

    /** The padding token of the file's own padding, which is not used otherwise. */
    Optional<Long> padId() {
        return Optional.ofNullable(padId);
    }

    /** Whether the tokenizer turns all texts into lower case by itself. */
    boolean lowerCase() {
        return lowerCase;
    }

    private void read(JsonReader json) throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "model" -> model(json);
                case "added_tokens" ->
                    JsonParser.parseReader(json).getAsJsonArray().forEach(this::added);
                case "normalizer" ->
                    lowerCase = JsonParser.parseReader(json).toString().contains("\"Lowercase\"");
                case "padding" -> padding(JsonParser.parseReader(json));
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    private void added(JsonElement token) {
        JsonObject object = token.getAsJsonObject();
        token(object.get("content").getAsString(), object.get("id").getAsLong());
    }

    private void padding(JsonElement padding) {
        if (padding instanceof JsonObject object && object.has("pad_id")) {
            padId = object.get("pad_id").getAsLong();
        }
    }

    private void model(JsonReader json) throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            if (!json.nextName().equals("vocab")) {
                json.skipValue();
            } else if (json.peek() == JsonToken.BEGIN_ARRAY) {
                scoredVocabulary(json);
            } else {
                vocabulary(json);
            }
        }
        json.endObject();
    }

    private void vocabulary(JsonReader json) throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            token(json.nextName(), json.nextLong());
        }
        json.endObject();
    }

    /** That of a unigram model: pairs of token and score, whose place is the id. */
    private void scoredVocabulary(JsonReader json) throws IOException {
        json.beginArray();
        for (long id = 0; json.hasNext(); id++) {
            json.beginArray();
            token(json.nextString(), id);
            while (json.hasNext()) {
                json.skipValue();
            }
            json.endArray();
        }
        json.endArray();
    }

    private void token(String token, long id) {
        maxId = Math.max(maxId, id);
        if (token.equals(wanted)) {
            wantedId = id;
        }
    }
}
