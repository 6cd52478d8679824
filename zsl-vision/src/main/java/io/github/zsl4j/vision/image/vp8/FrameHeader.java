package io.github.zsl4j.vision.image.vp8;

import java.io.EOFException;
import java.io.IOException;

/** What a key frame says before its macroblocks (RFC 6386, 9.3 to 9.11 and 19.2), and where they lie. */
final class FrameHeader {

    private final byte[] data;
    private final int end;
    private final FrameStart start;
    private final BoolDecoder modes;
    private final Segmentation segmentation;
    private final FilterHeader filter;
    private final BoolDecoder[] partitions;
    private final Quantizers quantizers;
    private final int[] probabilities;
    private final boolean skips;
    private final int skipProbability;

    /** Reads the header of the frame in {@code data} from {@code from} up to {@code end}, exclusive. */
    FrameHeader(byte[] data, int from, int end) throws IOException {
        this.data = data;
        this.end = end;
        start = FrameStart.read(data, from, end);
        modes = new BoolDecoder(data, start.modesFrom(), start.modesTo());
        modes.number(2); // colour space and clamping: libwebp knows one way of each
        segmentation = new Segmentation(modes);
        filter = new FilterHeader(modes);
        partitions = partitions(modes.number(2), start.modesTo());
        quantizers = new Quantizers(modes);
        modes.flag(); // whether later frames keep the probabilities; there are none
        probabilities = CoefficientTables.read(modes);
        skips = modes.flag();
        skipProbability = skips ? modes.number(8) : 0;
        if (modes.exhausted()) {
            throw new EOFException("the frame ends within its header");
        }
    }

    /** Finds the parts that the coefficients are spread over, by rows; each has what it claims or what is left. */
    private BoolDecoder[] partitions(int logCount, int from) throws EOFException {
        BoolDecoder[] found = new BoolDecoder[1 << logCount];
        int sizes = from;
        int at = from + 3 * (found.length - 1);
        for (int i = 0; i < found.length - 1 && at < end; i++) {
            int stop = Math.min(end, at + FrameStart.u24(data, sizes));
            found[i] = new BoolDecoder(data, at, stop);
            sizes += 3;
            at = stop;
        }
        if (at >= end) {
            throw new EOFException("the frame ends before its last coefficients");
        }
        found[found.length - 1] = new BoolDecoder(data, at, end);
        return found;
    }

    /** In pixels, 1 to 16383. */
    int width() {
        return start.width();
    }

    /** In pixels, 1 to 16383. */
    int height() {
        return start.height();
    }

    /** In macroblocks. */
    int columns() {
        return width() + 15 >> 4;
    }

    /** In macroblocks. */
    int rows() {
        return height() + 15 >> 4;
    }

    /** Stands at the modes of the first macroblock. */
    BoolDecoder modes() {
        return modes;
    }

    /** Stands at the coefficients of this row's next macroblock. */
    BoolDecoder coefficients(int row) {
        return partitions[row & partitions.length - 1];
    }

    Segmentation segmentation() {
        return segmentation;
    }

    FilterHeader filter() {
        return filter;
    }

    Quantizers quantizers() {
        return quantizers;
    }

    /** As {@link CoefficientTables} orders them. */
    int[] probabilities() {
        return probabilities;
    }

    /** Whether macroblocks say that no coefficients follow. */
    boolean skips() {
        return skips;
    }

    int skipProbability() {
        return skipProbability;
    }
}
