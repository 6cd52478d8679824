package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.vision.image.RgbImage;
import java.util.function.DoubleUnaryOperator;

/** The same filters straight from their formulas, in double precision; only the rounding after each pass is kept. */
final class SlowResize {

    private SlowResize() {}

    /** Values of the resized picture, from 0 to 255. */
    static double[] resize(RgbImage image, Interpolation filter, int width, int height) {
        byte[] rgb = image.toBytes();
        double[] wide = new double[3 * width * image.height()];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < 3; c++) {
                    int row = y * image.width();
                    int channel = c;
                    wide[3 * (y * width + x) + c] = Math.floor(0.5
                            + at(filter, image.width(), width, x, i -> rgb[3 * (row + (int) i) + channel] & 0xff));
                }
            }
        }
        double[] result = new double[3 * width * height];
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < 3 * width; i++) {
                int column = i;
                result[3 * y * width + i] = Math.floor(0.5
                        + at(filter, image.height(), height, y, r -> wide[3 * width * (int) r + column]));
            }
        }
        return result;
    }

    private static double at(Interpolation filter, int from, int to, int i, DoubleUnaryOperator samples) {
        if (from == to) {
            return samples.applyAsDouble(i);
        }
        double scale = (double) from / to;
        double stretch = Math.max(1, scale);
        double centre = (i + 0.5) * scale;
        double sum = 0;
        double weights = 0;
        for (int s = 0; s < from; s++) {
            double distance = (s + 0.5 - centre) / stretch;
            // Pillow counts a sample at the very edge of the support in or out by rounding; its weight is 0 or, for
            // the box, shared.
            double w = counts(s, centre, filter.radius() * stretch) ? filter.weight(distance) : 0;
            sum += w * samples.applyAsDouble(s);
            weights += w;
        }
        return Math.max(0, Math.min(255, weights == 0 ? sum : sum / weights));
    }

    private static boolean counts(int sample, double centre, double support) {
        return sample >= (int) (centre - support + 0.5) && sample < (int) (centre + support + 0.5);
    }
}
