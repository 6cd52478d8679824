package io.github.zsl4j.vision.image.vp8;

import java.io.IOException;
import java.util.Objects;

/** A VP8 key frame, the picture inside a lossy WebP. Thread-safe. */
public final class Vp8Frame {

    private Vp8Frame() {}

    /**
     * Decodes a frame to the pixels that libwebp makes of it.
     *
     * @param data holds the frame, a {@code VP8} chunk's content
     * @param from where it starts
     * @param to where it ends, exclusive
     * @return row by row three bytes a pixel: red, green and blue
     * @throws java.io.EOFException if the frame ends too early
     * @throws IOException if the frame contradicts itself or is not a picture of its own
     * @throws IndexOutOfBoundsException if {@code from} and {@code to} are not a range inside {@code data}
     */
    public static byte[] toRgb(byte[] data, int from, int to) throws IOException {
        Objects.checkFromToIndex(from, to, data.length);
        FrameHeader header = new FrameHeader(data, from, to);
        Planes planes = Planes.of(header);
        EdgeMap edges = new EdgeMap(header);
        new Reconstruction(header, planes, edges).run();
        LoopFilter.apply(header, edges, planes);
        return Upsampling.toRgb(planes, header.width(), header.height());
    }
}
