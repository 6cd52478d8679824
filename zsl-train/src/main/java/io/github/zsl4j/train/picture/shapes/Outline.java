package io.github.zsl4j.train.picture.shapes;

/** Whether a point is in a form about 1 in radius, with y pointing down. */
final class Outline {

    private static final double[][] TRIANGLE = polygon(0.15, 1.12, 1.12, 1.12);
    private static final double[][] STAR = polygon(0, 1.15, 0.5, 1.15, 0.5, 1.15, 0.5, 1.15, 0.5, 1.15, 0.5);

    private Outline() {}

    /** Corners at equal angles, clockwise from the top, around a point below the middle. */
    private static double[][] polygon(double down, double... radii) {
        double[][] corners = new double[radii.length][];
        for (int i = 0; i < radii.length; i++) {
            double angle = 2 * Math.PI * i / radii.length;
            corners[i] = new double[] {radii[i] * StrictMath.sin(angle), down - radii[i] * StrictMath.cos(angle)};
        }
        return corners;
    }

    static boolean contains(Form form, double x, double y) {
        return switch (form) {
            case CIRCLE -> x * x + y * y < 0.95 * 0.95;
            case SQUARE -> Math.max(Math.abs(x), Math.abs(y)) < 0.84;
            case TRIANGLE -> contains(TRIANGLE, x, y);
            case STAR -> contains(STAR, x, y);
            case CROSS -> Math.min(Math.abs(x), Math.abs(y)) < 0.34 && Math.max(Math.abs(x), Math.abs(y)) < 1;
        };
    }

    /** A ray from the point to the right meets the edges an odd number of times. */
    private static boolean contains(double[][] corners, double x, double y) {
        boolean inside = false;
        double[] a = corners[corners.length - 1];
        for (double[] b : corners) {
            if (a[1] > y != b[1] > y && x < a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1])) {
                inside = !inside;
            }
            a = b;
        }
        return inside;
    }
}
