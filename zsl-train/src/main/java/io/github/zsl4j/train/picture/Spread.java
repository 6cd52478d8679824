package io.github.zsl4j.train.picture;

import java.util.List;

/**
 * How much pictures differ: the mean squared difference of two of one condition, and of two of different ones.
 *
 * @param within 0 if there are no two of one condition
 * @param between 0 if there is only one condition
 */
record Spread(double within, double between) {

    /**
     * @param pairs two pictures of each condition one after the other; the second may be the first once more
     */
    static Spread of(List<SmallPicture> pairs) {
        double within = 0;
        double between = 0;
        int count = pairs.size() / 2;
        for (int i = 0; i < count; i++) {
            within += difference(pairs.get(2 * i), pairs.get(2 * i + 1)) / count;
            between += difference(pairs.get(2 * i), pairs.get((2 * i + 2) % (2 * count))) / count;
        }
        return new Spread(within, between);
    }

    private static double difference(SmallPicture first, SmallPicture second) {
        byte[] a = first.toBytes();
        byte[] b = second.toBytes();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double d = ((a[i] & 0xff) - (b[i] & 0xff)) / 255.0;
            sum += d * d;
        }
        return sum / a.length;
    }

    /** The smaller of the two as a part of the other's, as a root; what the other has none of does not count. */
    double relativeTo(Spread other) {
        double first = other.within == 0 ? Double.POSITIVE_INFINITY : within / other.within;
        double second = other.between == 0 ? Double.POSITIVE_INFINITY : between / other.between;
        double smaller = Math.min(first, second);
        return Double.isInfinite(smaller) ? 1 : Math.sqrt(smaller);
    }
}
