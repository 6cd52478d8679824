package io.github.zsl4j.vision.image.vp8;

/** The inverse transforms (RFC 6386, section 14). */
final class Transforms {

    /** sqrt(2) * cos(pi / 8) - 1 and sqrt(2) * sin(pi / 8), in 65536ths. */
    private static final int COSINE = 20091;

    private static final int SINE = 35468;

    private final int[] work = new int[16];

    /**
     * Spreads the first coefficients of sixteen blocks, which were transformed once more.
     *
     * @param in 16 coefficients
     * @param out takes the results at every sixteenth place
     */
    static void walshHadamard(short[] in, short[] out) {
        int[] columns = new int[16];
        for (int i = 0; i < 4; i++) {
            int a0 = in[i] + in[12 + i];
            int a1 = in[4 + i] + in[8 + i];
            int a2 = in[4 + i] - in[8 + i];
            int a3 = in[i] - in[12 + i];
            columns[i] = a0 + a1;
            columns[4 + i] = a3 + a2;
            columns[8 + i] = a0 - a1;
            columns[12 + i] = a3 - a2;
        }
        for (int i = 0; i < 16; i += 4) {
            int dc = columns[i] + 3;
            int a0 = dc + columns[i + 3];
            int a1 = columns[i + 1] + columns[i + 2];
            int a2 = columns[i + 1] - columns[i + 2];
            int a3 = dc - columns[i + 3];
            out[16 * i] = (short) (a0 + a1 >> 3);
            out[16 * i + 16] = (short) (a3 + a2 >> 3);
            out[16 * i + 32] = (short) (a0 - a1 >> 3);
            out[16 * i + 48] = (short) (a3 - a2 >> 3);
        }
    }

    /** Adds a block's residual to the prediction that stands in the plane at {@code at}. */
    void add(Coefficients coefficients, int block, Plane plane, int at) {
        int kind = coefficients.kind(block);
        if (kind == Coefficients.FULL) {
            transformColumns(coefficients.values, 16 * block);
            addRows(plane, at);
        } else if (kind == Coefficients.FLAT) {
            addFlat(coefficients.values[16 * block] + 4 >> 3, plane, at);
        }
    }

    private void transformColumns(short[] in, int from) {
        for (int i = 0; i < 4; i++) {
            int in0 = in[from + i];
            int in1 = in[from + 4 + i];
            int in2 = in[from + 8 + i];
            int in3 = in[from + 12 + i];
            int a = in0 + in2;
            int b = in0 - in2;
            int c = sine(in1) - cosine(in3);
            int d = cosine(in1) + sine(in3);
            work[4 * i] = a + d;
            work[4 * i + 1] = b + c;
            work[4 * i + 2] = b - c;
            work[4 * i + 3] = a - d;
        }
    }

    private void addRows(Plane plane, int at) {
        byte[] samples = plane.samples;
        int to = at;
        for (int i = 0; i < 4; i++) {
            int dc = work[i] + 4;
            int a = dc + work[8 + i];
            int b = dc - work[8 + i];
            int c = sine(work[4 + i]) - cosine(work[12 + i]);
            int d = cosine(work[4 + i]) + sine(work[12 + i]);
            add(samples, to, a + d);
            add(samples, to + 1, b + c);
            add(samples, to + 2, b - c);
            add(samples, to + 3, a - d);
            to += plane.stride;
        }
    }

    private static void addFlat(int value, Plane plane, int at) {
        for (int y = 0; y < 4; y++) {
            int to = at + y * plane.stride;
            for (int x = to; x < to + 4; x++) {
                plane.samples[x] = Plane.clip((plane.samples[x] & 0xff) + value);
            }
        }
    }

    private static void add(byte[] samples, int at, int eighths) {
        samples[at] = Plane.clip((samples[at] & 0xff) + (eighths >> 3));
    }

    private static int cosine(int value) {
        return value + (value * COSINE >> 16);
    }

    private static int sine(int value) {
        return value * SINE >> 16;
    }
}
