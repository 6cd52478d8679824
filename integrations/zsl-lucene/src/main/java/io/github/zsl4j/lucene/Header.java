package io.github.zsl4j.lucene;

import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.error.ZslException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What every commit says of the whole index.
 *
 * @param space of its vectors
 * @param similarity that its graphs are built for
 * @param properties the user's own
 */
record Header(EmbeddingSpace space, Similarity similarity, Map<String, String> properties) {

    private static final String FORMAT = "zsl4j.format";
    private static final String CURRENT = "1";
    private static final String NAME = "zsl4j.space.name";
    private static final String DIMENSION = "zsl4j.space.dimension";
    private static final String IDENTITY = "zsl4j.space.identity";
    private static final String SIMILARITY = "zsl4j.similarity";
    private static final String PROPERTY = "property.";

    Header {
        properties = Map.copyOf(properties);
    }

    /** @throws ZslException if the commit is not one of this class, or of another version */
    static Header of(Map<String, String> commit, Path folder) {
        String format = commit.get(FORMAT);
        if (format == null) {
            throw new ZslException(folder + ": this is an index of Lucene, but not of zsl4j; choose another folder");
        }
        if (!format.equals(CURRENT)) {
            throw new ZslException(folder + ": the index has format " + format + ", this version of zsl4j reads "
                    + CURRENT + "; use the version that wrote it, or index again");
        }
        try {
            EmbeddingSpace space =
                    new EmbeddingSpace(commit.get(NAME), Integer.parseInt(commit.get(DIMENSION)), commit.get(IDENTITY));
            return new Header(space, Similarity.valueOf(commit.get(SIMILARITY)), properties(commit));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new ZslException(folder + ": the index does not say of which space it is; index again", e);
        }
    }

    private static Map<String, String> properties(Map<String, String> commit) {
        Map<String, String> properties = new HashMap<>();
        commit.forEach((name, value) -> {
            if (name.startsWith(PROPERTY)) {
                properties.put(name.substring(PROPERTY.length()), value);
            }
        });
        return properties;
    }

    Map<String, String> toCommit() {
        Map<String, String> commit = new HashMap<>();
        commit.put(FORMAT, CURRENT);
        commit.put(NAME, space.name());
        commit.put(DIMENSION, Integer.toString(space.dimension()));
        commit.put(IDENTITY, space.identity());
        commit.put(SIMILARITY, similarity.name());
        properties.forEach((name, value) -> commit.put(PROPERTY + name, value));
        return commit;
    }

    Header withProperties(Map<String, String> other) {
        return new Header(space, similarity, other);
    }

    /** @throws ZslException if the index is of another space or similarity */
    void requireSame(EmbeddingSpace otherSpace, Similarity otherSimilarity, Path folder) {
        if (!space.equals(otherSpace)) {
            throw new ZslException(folder + ": the index has vectors of " + space + ", not of " + otherSpace
                    + "; use the model that it was made with, or another folder");
        }
        if (similarity != otherSimilarity) {
            throw new ZslException(folder + ": the index is made for " + similarity + ", not for " + otherSimilarity);
        }
    }
}
