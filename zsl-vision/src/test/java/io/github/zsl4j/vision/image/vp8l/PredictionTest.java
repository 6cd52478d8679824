package io.github.zsl4j.vision.image.vp8l;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The transforms undo what the specification says was done, worked out here channel by channel. */
class PredictionTest {

    private static final int WIDTH = 7;
    private static final int HEIGHT = 6;

    private static int[] random(long seed) {
        return new Random(seed).ints(WIDTH * HEIGHT).toArray();
    }

    @Property(tries = 200)
    void undoesEveryMode(@ForAll long seed, @ForAll @IntRange(min = 0, max = 15) int mode) {
        int[] original = random(seed);
        int[] coded = new int[original.length];
        for (int i = 0; i < coded.length; i++) {
            for (int shift = 0; shift < 32; shift += 8) {
                int difference = channel(original[i], shift) - foretold(original, i, mode, shift);
                coded[i] |= (difference & 0xff) << shift;
            }
        }

        assertThat(new Prediction(WIDTH, 4, new int[] {mode << 8}).invert(coded))
                .isEqualTo(original);
    }

    private static int foretold(int[] pixels, int i, int mode, int shift) {
        if (i == 0) {
            return shift == 24 ? 255 : 0;
        }
        if (i < WIDTH) {
            return channel(pixels[i - 1], shift);
        }
        int t = channel(pixels[i - WIDTH], shift);
        if (i % WIDTH == 0) {
            return t;
        }
        int l = channel(pixels[i - 1], shift);
        int tl = channel(pixels[i - WIDTH - 1], shift);
        int tr = channel(pixels[i - WIDTH + 1], shift);
        return switch (mode) {
            case 1 -> l;
            case 2 -> t;
            case 3 -> tr;
            case 4 -> tl;
            case 5 -> ((l + tr) / 2 + t) / 2;
            case 6 -> (l + tl) / 2;
            case 7 -> (l + t) / 2;
            case 8 -> (tl + t) / 2;
            case 9 -> (t + tr) / 2;
            case 10 -> ((l + tl) / 2 + (t + tr) / 2) / 2;
            case 11 -> leftIsNearer(pixels, i) ? l : t;
            case 12 -> Math.max(0, Math.min(255, l + t - tl));
            case 13 -> Math.max(0, Math.min(255, (l + t) / 2 + ((l + t) / 2 - tl) / 2));
            default -> shift == 24 ? 255 : 0;
        };
    }

    /** Whether left is nearer than above to left + above - corner, over all channels. */
    private static boolean leftIsNearer(int[] pixels, int i) {
        int toLeft = 0;
        int toAbove = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int l = channel(pixels[i - 1], shift);
            int t = channel(pixels[i - WIDTH], shift);
            int p = l + t - channel(pixels[i - WIDTH - 1], shift);
            toLeft += Math.abs(p - l);
            toAbove += Math.abs(p - t);
        }
        return toLeft < toAbove;
    }

    @Test
    void takesTheModeOfEachSquare() {
        int[] coded = new int[8 * 8];
        Arrays.fill(coded, 1);
        int[] left = new Prediction(8, 2, new int[] {1 << 8, 1 << 8, 1 << 8, 1 << 8}).invert(coded.clone());
        int[] mixed = new Prediction(8, 2, new int[] {1 << 8, 1 << 8, 1 << 8, 0}).invert(coded.clone());

        assertThat(mixed[7 * 8 + 3]).isEqualTo(left[7 * 8 + 3]);
        assertThat(mixed[7 * 8 + 4]).isEqualTo(0xff000001).isNotEqualTo(left[7 * 8 + 4]);
    }

    @Property(tries = 100)
    void undoesTheSubtractionOfGreen(@ForAll long seed) {
        int[] original = random(seed);
        int[] coded = new int[original.length];
        for (int i = 0; i < coded.length; i++) {
            int green = channel(original[i], 8);
            coded[i] = original[i] & 0xff00ff00
                    | (channel(original[i], 16) - green & 0xff) << 16
                    | channel(original[i], 0) - green & 0xff;
        }

        assertThat(new SubtractedGreen().invert(coded)).isEqualTo(original);
    }

    @Property(tries = 100)
    void undoesTheSubtractionBetweenColours(@ForAll long seed, @ForAll int factors) {
        int[] original = random(seed);
        int[] coded = new int[original.length];
        for (int i = 0; i < coded.length; i++) {
            int green = (byte) channel(original[i], 8);
            int red = (byte) channel(original[i], 16);
            int codedRed = red - ((byte) factors * green >> 5);
            int codedBlue = original[i] - ((byte) (factors >> 8) * green >> 5) - ((byte) (factors >> 16) * red >> 5);
            coded[i] = original[i] & 0xff00ff00 | (codedRed & 0xff) << 16 | codedBlue & 0xff;
        }

        assertThat(new CrossColour(WIDTH, 4, new int[] {factors}).invert(coded)).isEqualTo(original);
    }

    @Test
    void unpacksPlacesInAPalette() {
        ColourIndex four = new ColourIndex(5, 2, new int[] {10, 11, 12, 13});

        assertThat(four.codedWidth(5)).isEqualTo(2);
        assertThat(four.invert(new int[] {0b11_10_01_00 << 8, 0b10 << 8})).containsExactly(10, 11, 12, 13, 12);
    }

    private static int channel(int argb, int shift) {
        return argb >>> shift & 0xff;
    }
}
