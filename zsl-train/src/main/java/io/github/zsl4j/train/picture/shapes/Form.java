package io.github.zsl4j.train.picture.shapes;

/** What is drawn. */
public enum Form {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    STAR,
    CROSS
}
