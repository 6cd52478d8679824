package io.github.zsl4j.train.picture.shapes;

/** What is on it, in a darker shade. */
public enum Texture {
    PLAIN,
    STRIPED,
    DOTTED
}
