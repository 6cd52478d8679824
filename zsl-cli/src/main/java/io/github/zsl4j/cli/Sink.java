package io.github.zsl4j.cli;

/**
 * Takes results in the order of the pictures and shows each at once.
 *
 * @param <T> what is computed for a picture
 */
interface Sink<T> {

    void success(String image, T value);

    /** @param problem one line that names the picture */
    void failure(String image, String problem);
}
