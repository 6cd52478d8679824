package io.github.zsl4j.train.picture.shapes;

/** How large it is. */
public enum Size {
    SMALL,
    LARGE
}
