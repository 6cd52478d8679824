package io.github.zsl4j.vision.image.vp8;

import java.util.stream.Stream;

/** Tables written as text, which stays readable at a thousand numbers. */
final class Numbers {

    private Numbers() {}

    /** The numbers in a text, between white space. */
    static int[] of(String text) {
        return Stream.of(text.strip().split("\\s+")).mapToInt(Integer::parseInt).toArray();
    }
}
