package io.github.zsl4j.train.generate;

import io.github.zsl4j.generate.GenerativeModel;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Task;
import io.github.zsl4j.train.gradient.Trained;
import io.github.zsl4j.train.gradient.Variable;
import java.util.Map;

/** What the trainings of generators have in common. */
abstract class GeneratorTask implements Task {

    /** The part of the loss by which collapse is seen. */
    static final String SPREAD = "spread";

    /** Networks begin with small results; these epochs are left to them. */
    private static final int BEGINNING = 3;

    /** Below this part of the real features' variance nothing of use is generated. */
    private static final double COLLAPSED = 1e-3;

    private final String identity;
    private final Inputs inputs;

    GeneratorTask(String identity, Inputs inputs) {
        this.identity = identity;
        this.inputs = inputs;
    }

    Inputs inputs() {
        return inputs;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public int items() {
        return inputs.examples().size();
    }

    /** What the parameters are good for. */
    abstract GenerativeModel model(Trained trained);

    /** Tells the variance of generated features as a part of that of real ones. */
    static void tellSpread(Graph graph, Variable generated, Variable real) {
        graph.part(SPREAD, variance(generated).dividedBy(variance(real)));
    }

    private static Variable variance(Variable rows) {
        return rows.minus(rows.meanRow()).squared().mean().plus(1e-12);
    }

    @Override
    public void check(Map<String, Double> parts, int epoch) {
        Double spread = parts.get(SPREAD);
        if (spread != null && epoch > BEGINNING && spread < COLLAPSED) {
            throw new ArithmeticException("The generator collapsed: in epoch " + epoch
                    + " the variance of what it generates is " + spread
                    + " of that of the real features; lower the learning rate, or weigh the classification loss less");
        }
    }
}
