package io.github.zsl4j.train.picture.shapes;

import java.util.Random;

/** Where and how a form is drawn: what differs between two drawings of a combination. */
record Pose(double x, double y, double radius, double angle, double light, double background) {

    /** Room around the form, in pixels. */
    private static final double MARGIN = 1.5;

    /** The farthest from the middle, in pixels. */
    private static final double FARTHEST = 4;

    static Pose random(Size size, int side, Random random) {
        double radius = size == Size.SMALL ? between(7.4, 8.2, random) : between(11.6, 12.6, random);
        double room = Math.min(FARTHEST, side / 2.0 - radius - MARGIN);
        return new Pose(
                side / 2.0 + between(-room, room, random),
                side / 2.0 + between(-room, room, random),
                radius,
                between(-0.15, 0.15, random),
                between(0.9, 1.05, random),
                between(0.7, 1, random));
    }

    private static double between(double low, double high, Random random) {
        return low + (high - low) * random.nextDouble();
    }
}
