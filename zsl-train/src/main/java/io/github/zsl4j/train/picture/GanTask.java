package io.github.zsl4j.train.picture;

import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The training of a {@link ConditionalGan}. One loss has both networks' gradients: in the discriminator's part the drawn
 * pictures are constants, in the generator's part the discriminator is.
 */
final class GanTask extends PictureTask {

    /** The deviation of noise on all pictures that the discriminator sees, without which it soon is never wrong. */
    private static final double BLUR = 0.1;

    private final ConditionalGan method;
    private final Discriminator discriminator;

    GanTask(ConditionalGan method, PictureExamples examples) {
        super(method, examples, method.noise(), method.width());
        this.method = method;
        this.discriminator =
                Discriminator.of(examples.side(), method.width(), decoder().condition());
    }

    @Override
    public List<Parameter> initial(Random random) {
        List<Parameter> parameters = new ArrayList<>(decoder().initial(random));
        parameters.addAll(discriminator.initial(random));
        return parameters;
    }

    @Override
    Variable loss(Graph graph, Batch batch) {
        int[] items = batch.items();
        int[] others = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            others[i] = items[(i + 1) % items.length];
        }
        Variable pictures = pictures(graph, items);
        Variable real = pictures.plus(noise(graph, batch, pictures.columns()).scaled(BLUR));
        Variable blur = noise(graph, batch, pictures.columns()).scaled(BLUR);
        List<Variable> conditions = List.of(conditions(graph, items), conditions(graph, others));
        return loss(graph, real, conditions, List.of(noise(graph, batch, method.noise()), blur));
    }

    /**
     * @param conditions those of the pictures, and others [b, components] each
     * @param noises what pictures are drawn from [b, noise], and what is added to them [b, 3 * side * side]
     */
    Variable loss(Graph graph, Variable pictures, List<Variable> conditions, List<Variable> noises) {
        Variable right = conditions.get(0);
        Variable drawn = decoder()
                .apply(graph, noises.get(0), decoder().code(graph, right))
                .plus(noises.get(1));
        Map<String, Variable> learned = discriminator.normalised(graph);
        Variable seen = pictures.above(drawn.constant()).above(pictures);
        Variable asked = right.above(right).above(conditions.get(1));
        Variable apart = hinge(graph, discriminator.scores(learned::get, seen, asked));
        Map<String, Variable> fixed = Discriminator.frozen(learned);
        Variable together =
                discriminator.scores(fixed::get, drawn, right).mean().scaled(-1);
        graph.part("discriminator", apart);
        graph.part("generator", together);
        return apart.plus(together);
    }

    /** The mean of max(0, 1 - s) where pictures and conditions are real, and of max(0, 1 + s) where one is not. */
    private static Variable hinge(Graph graph, Variable scores) {
        int n = scores.rows();
        float[] signs = new float[n];
        float[] weights = new float[n];
        for (int i = 0; i < n; i++) {
            boolean real = i < n / 3;
            signs[i] = real ? -1 : 1;
            weights[i] = (real ? 1f : 0.5f) / (n / 3);
        }
        Variable margins = scores.scaled(graph.constant(1, signs)).plus(1).relu();
        return margins.scaled(graph.constant(1, weights)).sum();
    }
}
