package io.github.zsl4j.vision.image;

/**
 * What a picture may cost. Both limits are checked before anything of that size is allocated: bytes before reading,
 * pixels from the header before decoding.
 *
 * @param maxPixels the largest width times height, at least 1
 * @param maxBytes the largest encoded size in bytes, from 1 to 2<sup>31</sup> - 9 (an array's limit)
 */
public record ImageLimits(long maxPixels, long maxBytes) {

    private static final ImageLimits DEFAULTS = new ImageLimits(100_000_000, 256L << 20);

    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** @throws IllegalArgumentException if a limit is out of its range */
    public ImageLimits {
        if (maxPixels < 1) {
            throw new IllegalArgumentException("maxPixels must be at least 1, not " + maxPixels);
        }
        if (maxBytes < 1 || maxBytes > LARGEST_ARRAY) {
            throw new IllegalArgumentException("maxBytes must be in [1, " + LARGEST_ARRAY + "], not " + maxBytes);
        }
    }

    /** 100 million pixels and 256 MiB. */
    public static ImageLimits defaults() {
        return DEFAULTS;
    }

    void checkBytes(long bytes) throws PictureFault {
        if (bytes > maxBytes) {
            throw new PictureFault(
                    ImageException.Reason.TOO_LARGE,
                    String.format(
                            "the file has more than %,d bytes, the limit; raise ImageLimits to read it", maxBytes));
        }
    }

    void checkHeader(EncodedPicture picture) throws PictureFault {
        long pixels = (long) picture.width() * picture.height();
        String size = String.format("the header claims %,d x %,d pixels", picture.width(), picture.height());
        if (pixels > maxPixels) {
            throw new PictureFault(
                    ImageException.Reason.TOO_LARGE,
                    String.format("%s, the limit is %,d; raise ImageLimits to read it", size, maxPixels));
        }
        long heap = Runtime.getRuntime().maxMemory();
        if (pixels > LARGEST_ARRAY / 3 || pixels * picture.bytesPerPixel() > heap) {
            throw new PictureFault(
                    ImageException.Reason.TOO_LARGE,
                    String.format("%s, which do not fit in the heap of %,d MiB (-Xmx)", size, heap >> 20));
        }
    }
}
