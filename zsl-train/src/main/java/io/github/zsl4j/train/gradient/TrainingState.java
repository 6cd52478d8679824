package io.github.zsl4j.train.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** All that training has come to after an epoch: what a checkpoint holds. */
final class TrainingState {

    private final List<Parameter> parameters;
    private final List<Parameter> best;
    private final Moments moments;
    private int epoch;
    private int bestEpoch;
    private double bestMeasure = Double.NEGATIVE_INFINITY;

    TrainingState(List<Parameter> initial) {
        parameters = initial;
        best = initial.stream().map(Parameter::copy).toList();
        moments = new Moments(initial);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Moments moments() {
        return moments;
    }

    /** How many epochs have ended. */
    int epoch() {
        return epoch;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    double bestMeasure() {
        return bestMeasure;
    }

    /** Whether the last {@code patience} epochs brought nothing better. */
    boolean isStuck(int patience) {
        return bestEpoch > 0 && epoch - bestEpoch >= patience;
    }

    /** The parameters of the best epoch, or of the last if nothing was measured. */
    List<Parameter> result() {
        return bestEpoch > 0 ? best : parameters;
    }

    /** Ends an epoch. */
    void endEpoch(OptionalDouble measure) {
        epoch++;
        if (measure.isPresent() && measure.getAsDouble() > bestMeasure) {
            bestMeasure = measure.getAsDouble();
            bestEpoch = epoch;
            for (int p = 0; p < best.size(); p++) {
                float[] from = parameters.get(p).values();
                System.arraycopy(from, 0, best.get(p).values(), 0, from.length);
            }
        }
    }

    /** Takes up the numbers of a state that was saved; the arrays are filled by whoever reads them. */
    void resume(int newEpoch, int newBestEpoch, double newBestMeasure) {
        epoch = newEpoch;
        bestEpoch = newBestEpoch;
        bestMeasure = newBestMeasure;
    }

    /** All arrays in a fixed order; they are the state itself. */
    List<float[]> arrays() {
        List<float[]> arrays = new ArrayList<>();
        parameters.forEach(p -> arrays.add(p.values()));
        best.forEach(p -> arrays.add(p.values()));
        arrays.addAll(moments.first());
        arrays.addAll(moments.second());
        return arrays;
    }
}
