package io.github.zsl4j.train.picture.shapes;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.train.gradient.Seeds;
import io.github.zsl4j.train.picture.PictureExamples;
import io.github.zsl4j.train.picture.SmallPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws combinations on 32 x 32 pixels, on any machine the same for a seed: a form of nearly one size, somewhere near the
 * middle, turned a little, in its colour, a little lighter or darker, with stripes or dots in a dark shade of it, on light
 * grey. Edges are smooth: each pixel is the mean of nine points.
 */
public final class ShapesWorld {

    /** Width and height of drawings in pixels. */
    public static final int SIDE = 32;

    private static final int POINTS = 3;
    private static final double DARK = 0.2;

    private ShapesWorld() {}

    /** One drawing. */
    public static SmallPicture draw(Combination combination, Random random) {
        Pose pose = Pose.random(combination.size(), SIDE, random);
        double[] sums = new double[SIDE * SIDE * 3];
        double sin = StrictMath.sin(pose.angle());
        double cos = StrictMath.cos(pose.angle());
        for (int i = 0; i < SIDE * POINTS; i++) {
            for (int j = 0; j < SIDE * POINTS; j++) {
                double x = (j + 0.5) / POINTS - pose.x();
                double y = (i + 0.5) / POINTS - pose.y();
                int pixel = i / POINTS * SIDE + j / POINTS;
                add(combination, pose, new double[] {cos * x + sin * y, cos * y - sin * x}, sums, 3 * pixel);
            }
        }
        byte[] rgb = new byte[sums.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.round(255 * sums[i] / (POINTS * POINTS));
        }
        return SmallPicture.of(SIDE, rgb);
    }

    /** @param at in pixels from the middle of the form, turned with it */
    private static void add(Combination combination, Pose pose, double[] at, double[] sums, int offset) {
        boolean inside = Outline.contains(combination.form(), at[0] / pose.radius(), at[1] / pose.radius());
        double shade = pose.light() * (isMarked(combination.texture(), at[0], at[1]) ? DARK : 1);
        for (int c = 0; c < 3; c++) {
            sums[offset + c] +=
                    inside ? Math.min(1, shade * combination.colour().component(c)) : pose.background();
        }
    }

    /** Stripes 3 pixels thick and as far apart, or dots 6 pixels from one another. */
    private static boolean isMarked(Texture texture, double x, double y) {
        return switch (texture) {
            case PLAIN -> false;
            case STRIPED -> Math.floorMod((long) Math.floor(y / 3 + 0.5), 2) == 1;
            case DOTTED -> squareOfDistance(x) + squareOfDistance(y) < 1.9 * 1.9;
        };
    }

    private static double squareOfDistance(double x) {
        double distance = x - 6 * Math.rint(x / 6);
        return distance * distance;
    }

    /**
     * Drawings of combinations, each as often.
     *
     * @param each how many of each, at least 1
     */
    public static List<SmallPicture> draw(List<Combination> combinations, int each, long seed) {
        Random random = Seeds.random(seed, 1);
        List<SmallPicture> drawings = new ArrayList<>();
        for (Combination combination : combinations) {
            for (int i = 0; i < each; i++) {
                drawings.add(draw(combination, random));
            }
        }
        return drawings;
    }

    /**
     * Drawings to train a generator with.
     *
     * @param combinations that are drawn
     * @param texts the embedding of each one's description, in the same order
     * @param each how many of each, at least 1
     * @throws IllegalArgumentException if there is not one text for each combination
     */
    public static PictureExamples examples(List<Combination> combinations, EmbeddingMatrix texts, int each, long seed) {
        if (texts.rows() != combinations.size()) {
            throw new IllegalArgumentException(
                    texts.rows() + " texts do not describe " + combinations.size() + " combinations");
        }
        int[] labels = new int[Math.multiplyExact(combinations.size(), each)];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i / each;
        }
        return PictureExamples.of(draw(combinations, each, seed), labels, texts);
    }
}
