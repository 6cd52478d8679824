package io.github.zsl4j.vision.preprocess;

/** How a picture's size is changed before the crop. Immutable. */
public sealed interface Resize {

    /**
     * @param width of the picture
     * @param height of the picture
     * @return the size to resize to
     */
    Size target(int width, int height);

    /** The shorter side becomes {@code edge} pixels, the longer {@code (int) (edge * longer / shorter)}. */
    static Resize shortestEdge(int edge) {
        return new ShortestEdge(edge);
    }

    /** Both sides become what is given, whatever the picture's shape. */
    static Resize exact(int width, int height) {
        return new Exact(new Size(width, height));
    }

    /**
     * The smallest size that covers {@code size} with the picture's shape kept, sides rounded half to even: what timm and
     * open_clip do before they cut.
     */
    static Resize covering(Size size) {
        return new KeepShape(size, false);
    }

    /** The largest size within {@code size} with the picture's shape kept, sides rounded half to even; never empty. */
    static Resize within(Size size) {
        return new KeepShape(size, true);
    }

    /** The picture stays as it is. */
    static Resize none() {
        return new None();
    }

    /**
     * See {@link Resize#shortestEdge}.
     *
     * @param edge in pixels, at least 1
     */
    record ShortestEdge(int edge) implements Resize {

        public ShortestEdge {
            if (edge < 1) {
                throw new IllegalArgumentException("The shortest edge is at least 1 pixel, not " + edge);
            }
        }

        @Override
        public Size target(int width, int height) {
            return width < height
                    ? new Size(edge, (int) ((double) edge * height / width))
                    : new Size((int) ((double) edge * width / height), edge);
        }
    }

    /**
     * See {@link Resize#exact}.
     *
     * @param size that every picture gets
     */
    record Exact(Size size) implements Resize {
        @Override
        public Size target(int width, int height) {
            return size;
        }
    }

    /**
     * See {@link Resize#covering} and {@link Resize#within}.
     *
     * @param size that one side of the picture fits exactly
     * @param within whether the other side is shorter than asked for, not longer
     */
    record KeepShape(Size size, boolean within) implements Resize {
        @Override
        public Size target(int width, int height) {
            double across = (double) width / size.width();
            double down = (double) height / size.height();
            double ratio = within ? Math.max(across, down) : Math.min(across, down);
            return new Size(Math.max(1, (int) Math.rint(width / ratio)), Math.max(1, (int) Math.rint(height / ratio)));
        }
    }

    /** See {@link Resize#none}. */
    record None() implements Resize {
        @Override
        public Size target(int width, int height) {
            return new Size(width, height);
        }
    }
}
