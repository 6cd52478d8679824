package io.github.zsl4j.collection;

import io.github.zsl4j.vision.image.ImageSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is searched for: a text, a picture, or several with and against each other. Immutable and thread-safe.
 *
 * @param parts at least one
 */
public record CollectionQuery(List<Part> parts) {

    /**
     * A text or a picture.
     *
     * @param text empty if it is a picture
     * @param image empty if it is a text
     * @param weight of its unit vector; negative for what is not wanted
     */
    public record Part(Optional<String> text, Optional<ImageSource> image, double weight) {

        /** @throws IllegalArgumentException unless it is one of the two, not blank, with a finite weight other than 0 */
        public Part {
            if (text.isPresent() == image.isPresent()) {
                throw new IllegalArgumentException("A part of a query is either a text or a picture");
            }
            if (text.isPresent() && text.get().isBlank()) {
                throw new IllegalArgumentException("A text to search for must not be blank");
            }
            if (!Double.isFinite(weight) || weight == 0) {
                throw new IllegalArgumentException("A weight must be finite and not 0, but is " + weight);
            }
        }
    }

    /** @throws IllegalArgumentException if there is no part */
    public CollectionQuery {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A query needs a text or a picture");
        }
    }

    public static CollectionQuery of(String text) {
        return new CollectionQuery(List.of(part(text, 1)));
    }

    public static CollectionQuery of(ImageSource image) {
        return new CollectionQuery(List.of(part(image, 1)));
    }

    /** The same with another text that should fit too. */
    public CollectionQuery plus(String text) {
        return with(part(text, 1));
    }

    /** The same with another picture that should be similar too. */
    public CollectionQuery plus(ImageSource image) {
        return with(part(image, 1));
    }

    /** The same without what a text says. */
    public CollectionQuery minus(String text) {
        return with(part(text, -1));
    }

    /** The same without what a picture shows. */
    public CollectionQuery minus(ImageSource image) {
        return with(part(image, -1));
    }

    /** The same with another part. */
    public CollectionQuery with(Part part) {
        List<Part> all = new ArrayList<>(parts);
        all.add(Objects.requireNonNull(part, "part"));
        return new CollectionQuery(all);
    }

    private static Part part(String text, double weight) {
        return new Part(Optional.of(text), Optional.empty(), weight);
    }

    private static Part part(ImageSource image, double weight) {
        return new Part(Optional.empty(), Optional.of(image), weight);
    }
}
