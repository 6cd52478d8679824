package io.github.zsl4j.train.picture.shapes;

/** What colour it is of. */
public enum Colour {
    RED(0.86, 0.12, 0.12),
    GREEN(0.10, 0.62, 0.18),
    BLUE(0.13, 0.28, 0.88),
    YELLOW(0.95, 0.85, 0.10),
    PURPLE(0.55, 0.15, 0.65),
    ORANGE(0.98, 0.52, 0.05);

    private final double[] rgb;

    Colour(double... rgb) {
        this.rgb = rgb;
    }

    /** @param channel 0 for red, 1 for green, 2 for blue */
    double component(int channel) {
        return rgb[channel];
    }
}
