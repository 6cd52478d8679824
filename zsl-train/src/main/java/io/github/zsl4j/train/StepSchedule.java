package io.github.zsl4j.train;

/** factor^floor(epoch / every). */
record StepSchedule(int every, double factor) implements Schedule {

    StepSchedule {
        if (every < 1 || !(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "A learning rate is multiplied with a factor above 0 after every 1 or more epochs, not with "
                            + factor + " after every " + every);
        }
    }

    @Override
    public double factor(int epoch, int epochs) {
        return Math.pow(factor, epoch / every);
    }
}
