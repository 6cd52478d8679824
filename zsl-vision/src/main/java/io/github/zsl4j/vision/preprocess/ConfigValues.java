package io.github.zsl4j.vision.preprocess;

import io.github.zsl4j.engine.layout.ConfigFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what all configurations of preprocessing have in common: lengths in pixels, colours and names of filters. */
record ConfigValues(ConfigFile file) {

    /** More than any image network reads, and few enough that a batch fits into memory. */
    private static final int LARGEST_SIDE = 4096;

    private static final String SIDE = "a whole number of pixels from 1 to " + LARGEST_SIDE;

    Optional<Integer> side(String key) {
        return file.number(key).map(number -> side(key, number));
    }

    /** A width and height given as one number, or as a list of height and width. */
    Optional<Size> size(String key) {
        return file.oneOrMore(key).map(sides -> {
            if (sides.size() > 2 || sides.isEmpty()) {
                throw file.wrong(key, "one length in pixels, or height and width,");
            }
            return new Size(side(key, sides.get(sides.size() - 1)), side(key, sides.get(0)));
        });
    }

    boolean isSingle(String key) {
        return file.oneOrMore(key).map(List::size).equals(Optional.of(1));
    }

    int side(String key, double number) {
        if (number != Math.rint(number) || number < 1 || number > LARGEST_SIDE) {
            throw file.wrong(key, SIDE);
        }
        return (int) number;
    }

    /** What a side was before a crop to a part of it, cut to a whole number as all libraries do. */
    int beforeCrop(String key, int side, double part) {
        double length = part > 0 ? Math.floor(side / part) : 0;
        if (length < 1 || length > LARGEST_SIDE) {
            throw file.wrong(key, "a part of the side that is kept, such as 0.875,");
        }
        return (int) length;
    }

    /** Mean and deviation, each one number or three; what is missing is taken from {@code defaults}. */
    ColourStatistics statistics(String mean, String std, ColourStatistics defaults) {
        return new ColourStatistics(
                colours(mean).orElse(defaults.mean()), colours(std).orElse(defaults.std()));
    }

    private Optional<float[]> colours(String key) {
        return file.oneOrMore(key).map(values -> {
            if (values.size() != 1 && values.size() != 3) {
                throw file.wrong(key, "one number, or three (red, green and blue),");
            }
            return floats(values.size() == 3 ? values : List.of(values.get(0), values.get(0), values.get(0)));
        });
    }

    private static float[] floats(List<Double> values) {
        return new float[] {
            values.get(0).floatValue(),
            values.get(1).floatValue(),
            values.get(2).floatValue()
        };
    }

    /** A filter by its name in lower case. */
    Interpolation interpolation(String key, Interpolation otherwise) {
        return file.text(key)
                .map(name -> {
                    for (Interpolation filter : Interpolation.values()) {
                        if (filter.name().toLowerCase(Locale.ROOT).equals(name)) {
                            return filter;
                        }
                    }
                    throw file.wrong(key, "nearest, lanczos, bilinear, bicubic, box or hamming");
                })
                .orElse(otherwise);
    }
}
