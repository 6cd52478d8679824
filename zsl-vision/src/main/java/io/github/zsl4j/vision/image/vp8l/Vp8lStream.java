package io.github.zsl4j.vision.image.vp8l;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/** WebP's lossless coding of a picture. Thread-safe. */
public final class Vp8lStream {

    private Vp8lStream() {}

    /**
     * Decodes what follows the header of a lossless picture, or of alpha that is coded like one.
     *
     * @param data holds the coded picture
     * @param from where it starts
     * @param to where it ends, exclusive
     * @param width in pixels, 1 to 16384
     * @param height in pixels, 1 to 16384
     * @return ARGB, row by row
     * @throws java.io.EOFException if the data ends too early
     * @throws IOException if the data contradicts itself
     * @throws IndexOutOfBoundsException if {@code from} and {@code to} are not a range inside {@code data}
     */
    public static int[] toArgb(byte[] data, int from, int to, int width, int height) throws IOException {
        Objects.checkFromToIndex(from, to, data.length);
        BitReader in = new BitReader(data, from, to);
        Deque<Transform> transforms = new ArrayDeque<>();
        int codedWidth = width;
        int seen = 0;
        while (in.flag()) {
            int type = in.number(2);
            if ((seen & 1 << type) != 0) {
                throw new IOException("a transform is used twice");
            }
            seen |= 1 << type;
            transforms.push(Transform.read(in, type, codedWidth, height));
            codedWidth = transforms.peek().codedWidth(codedWidth);
        }
        int[] pixels = ImageReader.readMain(in, codedWidth, height);
        for (Transform transform : transforms) {
            pixels = transform.invert(pixels);
        }
        return pixels;
    }
}
