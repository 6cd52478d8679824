package io.github.zsl4j.train.picture;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.TrainingListener;
import io.github.zsl4j.train.TrainingOptions;
import io.github.zsl4j.train.TrainingRun;
import io.github.zsl4j.train.Validation;
import io.github.zsl4j.train.gradient.Batch;
import io.github.zsl4j.train.gradient.Gradients;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Parameter;
import io.github.zsl4j.train.gradient.Task;
import io.github.zsl4j.train.gradient.TrainingLoop;
import io.github.zsl4j.train.gradient.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/** Learning to draw: what an autoencoder and an adversarial network have in common. */
abstract class PictureTask implements Task {

    /** Principal components of the conditions at most. */
    private static final int COMPONENTS = 24;

    /** Conditions of which samples are compared. */
    private static final int COMPARED = 32;

    /** A generator whose samples differ less than this part of the training pictures has collapsed. */
    private static final double COLLAPSED = 0.1;

    /** Steps before that is judged: all begin with the same grey. */
    private static final int BEGINNING = 500;

    private final PictureTrainer method;
    private final PictureExamples examples;
    private final ConditionMap map;
    private final float[] conditions;
    private final Decoder decoder;
    private final EmbeddingMatrix compared;
    private final Spread spread;
    private List<Parameter> latest = List.of();

    PictureTask(PictureTrainer method, PictureExamples examples, int noise, int width) {
        if (method.options().validation().heldOut() != Validation.HeldOut.NOTHING) {
            throw new IllegalArgumentException(
                    "Nothing can be held out of the training of a picture generator; use Validation.none()");
        }
        this.method = method;
        this.examples = examples;
        int[] used = examples.shown();
        this.map = ConditionMap.of(examples.conditions().select(used), COMPONENTS);
        this.conditions = map.apply(examples.conditions());
        this.decoder = new Decoder(examples.side(), noise, map.dimension(), width);
        int[] first = IntStream.of(used).limit(COMPARED).toArray();
        this.compared = examples.conditions().select(first);
        this.spread = Spread.of(examples.pairs(first));
    }

    final PictureGenerator train(PictureRun run) {
        TrainingListener listener = progress -> tell(progress, run.listener());
        TrainingRun inner = new TrainingRun(listener, run.checkpoint());
        return generator(TrainingLoop.train(this, method.options(), inner));
    }

    private void tell(TrainingListener.Progress progress, PictureListener listener) {
        PictureGenerator generator = generator(latest);
        double part =
                Spread.of(generator.draw(compared, 2, method.options().seed())).relativeTo(spread);
        listener.epochEnded(
                new PictureListener.Progress(progress.epoch(), progress.epochs(), progress.parts(), part, generator));
        long batch = Math.min(method.options().batchSize(), items());
        if (progress.epoch() * ((items() + batch - 1) / batch) >= BEGINNING && part < COLLAPSED) {
            throw new ArithmeticException("After epoch " + progress.epoch()
                    + " what is drawn is nearly always the same,"
                    + " whatever is asked for (spread " + part + " of that of the training pictures): the generator has"
                    + " collapsed; try a lower learning rate or another seed");
        }
    }

    private PictureGenerator generator(List<Parameter> parameters) {
        List<String> names =
                decoder.initial(new Random(0)).stream().map(Parameter::name).toList();
        List<Parameter> kept = parameters.stream()
                .filter(p -> names.contains(p.name()))
                .map(p -> new Parameter(
                        p.name(), p.rows(), p.columns(), p.values().clone()))
                .toList();
        PictureGenerator.Parts parts = new PictureGenerator.Parts(1, map, decoder, kept);
        return new PictureGenerator(method.toString(), examples.conditions().space(), parts);
    }

    final TrainingOptions options() {
        return method.options();
    }

    final Decoder decoder() {
        return decoder;
    }

    /** The loss of a batch, a number. */
    abstract Variable loss(Graph graph, Batch batch);

    @Override
    public Gradients gradients(List<Parameter> parameters, Batch batch) {
        return Gradients.of(parameters, graph -> loss(graph, batch));
    }

    /** Planes of pictures [b, 3 * side * side]. */
    final Variable pictures(Graph graph, int[] items) {
        int size = SmallPicture.CHANNELS * examples.side() * examples.side();
        List<SmallPicture> chosen =
                Arrays.stream(items).mapToObj(examples::picture).toList();
        return graph.constant(size, SmallPicture.planes(chosen));
    }

    /** The conditions of pictures [b, components]. */
    final Variable conditions(Graph graph, int[] items) {
        int k = map.dimension();
        float[] values = new float[items.length * k];
        for (int i = 0; i < items.length; i++) {
            System.arraycopy(conditions, examples.label(items[i]) * k, values, i * k, k);
        }
        return graph.constant(k, values);
    }

    /** Normal noise [b, columns]. */
    static Variable noise(Graph graph, Batch batch, int columns) {
        return graph.normal(batch.items().length, columns, batch.random());
    }

    @Override
    public final int items() {
        return examples.size();
    }

    @Override
    public final String identity() {
        List<float[]> arrays = new ArrayList<>();
        arrays.add(examples.conditions().toArray());
        for (int i = 0; i < examples.size(); i++) {
            float[] values = new float[1 + SmallPicture.CHANNELS * examples.side() * examples.side()];
            values[0] = examples.label(i);
            examples.picture(i).copyPlanes(values, 1);
            arrays.add(values);
        }
        String name = examples.conditions().space().toString();
        return method + " " + EmbeddingSpace.ofParameters(name, examples.side(), arrays.toArray(float[][]::new));
    }

    @Override
    public final OptionalDouble measure(List<Parameter> parameters) {
        latest = parameters;
        return OptionalDouble.empty();
    }
}
