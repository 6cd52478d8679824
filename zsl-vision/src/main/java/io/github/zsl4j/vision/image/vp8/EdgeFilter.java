package io.github.zsl4j.vision.image.vp8;

/**
 * Smooths single edges between blocks (RFC 6386, 15.2 and 15.3). An edge is told by the first sample after it, the way
 * from a sample to the next across it, and that along it. As in the RFC, p0 to p3 are the samples before the edge,
 * outwards, and q0 to q3 those after it.
 */
final class EdgeFilter {

    private final byte[] samples;
    private final int length;

    private int innerLimit;
    private int outerLimit;
    private int interior;
    private int variance;

    /** @param length of edges, in samples */
    EdgeFilter(Plane plane, int length) {
        this.samples = plane.samples;
        this.length = length;
    }

    /** The strength for the edges that come next. */
    void use(FilterStrength strength) {
        innerLimit = strength.inner();
        outerLimit = strength.outer();
        interior = strength.interior();
        variance = strength.variance();
    }

    /** Changes one sample on either side. */
    void simple(int at, int across, int along, boolean outer) {
        int limit = outer ? outerLimit : innerLimit;
        for (int i = 0, q = at; i < length; i++, q += along) {
            if (isWithin(limit, q, across)) {
                smooth2(q, across);
            }
        }
    }

    /** Changes up to three samples on either side of an edge between macroblocks. */
    void outer(int at, int across, int along) {
        for (int i = 0, q = at; i < length; i++, q += along) {
            if (isWithin(outerLimit, q, across) && isCalm(q, across)) {
                if (varies(q, across)) {
                    smooth2(q, across);
                } else {
                    smooth6(q, across);
                }
            }
        }
    }

    /** Changes up to two samples on either side of an edge inside a macroblock. */
    void inner(int at, int across, int along) {
        for (int i = 0, q = at; i < length; i++, q += along) {
            if (isWithin(innerLimit, q, across) && isCalm(q, across)) {
                if (varies(q, across)) {
                    smooth2(q, across);
                } else {
                    smooth4(q, across);
                }
            }
        }
    }

    private boolean isWithin(int limit, int q, int across) {
        return 4 * step(q - across, q) + step(q - 2 * across, q + across) <= limit;
    }

    /** Whether the neighbours on either side differ by no more than coding explains. */
    private boolean isCalm(int q, int across) {
        return step(q - 4 * across, q - 3 * across) <= interior
                && step(q - 3 * across, q - 2 * across) <= interior
                && step(q - 2 * across, q - across) <= interior
                && step(q, q + across) <= interior
                && step(q + across, q + 2 * across) <= interior
                && step(q + 2 * across, q + 3 * across) <= interior;
    }

    /** Whether the picture itself varies much beside the edge. */
    private boolean varies(int q, int across) {
        return step(q - 2 * across, q - across) > variance || step(q, q + across) > variance;
    }

    private void smooth2(int q, int across) {
        int p0 = at(q - across);
        int q0 = at(q);
        int a = 3 * (q0 - p0) + clip(at(q - 2 * across) - at(q + across));
        samples[q - across] = Plane.clip(p0 + eighth(a + 3));
        samples[q] = Plane.clip(q0 - eighth(a + 4));
    }

    private void smooth4(int q, int across) {
        int p0 = at(q - across);
        int q0 = at(q);
        int a = 3 * (q0 - p0);
        int step = eighth(a + 4);
        int half = step + 1 >> 1;
        samples[q - 2 * across] = Plane.clip(at(q - 2 * across) + half);
        samples[q - across] = Plane.clip(p0 + eighth(a + 3));
        samples[q] = Plane.clip(q0 - step);
        samples[q + across] = Plane.clip(at(q + across) - half);
    }

    private void smooth6(int q, int across) {
        int p1 = q - 2 * across;
        int q1 = q + across;
        int w = clip(3 * (at(q) - at(q - across)) + clip(at(p1) - at(q1)));
        move(q - across, q, 27 * w + 63 >> 7);
        move(p1, q1, 18 * w + 63 >> 7);
        move(p1 - across, q1 + across, 9 * w + 63 >> 7);
    }

    /** Brings two samples nearer to each other. */
    private void move(int before, int after, int step) {
        samples[before] = Plane.clip(at(before) + step);
        samples[after] = Plane.clip(at(after) - step);
    }

    private int at(int i) {
        return samples[i] & 0xff;
    }

    private int step(int i, int j) {
        return Math.abs(at(i) - at(j));
    }

    /** An eighth, for a sum that the RFC clips to a signed byte. */
    private static int eighth(int sum) {
        return clip(sum) >> 3;
    }

    private static int clip(int value) {
        return Math.max(-128, Math.min(127, value));
    }
}
