package io.github.zsl4j.train;

/** (1 + cos(pi epoch / epochs)) / 2, of Loshchilov and Hutter, "SGDR", ICLR 2017, without restarts. */
record CosineSchedule() implements Schedule {

    @Override
    public double factor(int epoch, int epochs) {
        return (1 + Math.cos(Math.PI * epoch / epochs)) / 2;
    }
}
