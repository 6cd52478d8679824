package io.github.zsl4j.classify;

/** See {@link Confidence#energy(double)}. */
record Energy(double scale) implements Confidence {

    Energy {
        Scores.requireScale(scale);
    }

    @Override
    public double of(Ranking ranking) {
        double[] scores =
                ranking.entries().stream().mapToDouble(Ranking.Entry::score).toArray();
        return LogSumExp.of(scores, scale);
    }
}
