package io.github.zsl4j.train.picture.shapes;

import java.util.List;

/**
 * How much of what was asked for is in pictures.
 *
 * @param pictures that were judged
 * @param right the part of them in which form, colour, texture and size are all as asked for, in [0, 1]
 * @param attributes the same for form, colour, texture and size each [4]
 */
public record Judgement(int pictures, double right, List<Double> attributes) {

    public Judgement {
        attributes = List.copyOf(attributes);
    }
}
