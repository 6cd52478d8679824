package io.github.zsl4j.train.gradient;

import io.github.zsl4j.align.SemanticAlignment;
import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.train.GradientTrainer;
import io.github.zsl4j.train.TrainingRun;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

/** Trains methods that bring features and semantics together. */
public final class SemanticTraining implements Task {

    private static final int DIVISION = -2;

    private final String identity;
    private final Division division;
    private final SemanticModel model;

    private SemanticTraining(String identity, Division division, SemanticModel model) {
        this.identity = identity;
        this.division = division;
        this.model = model;
    }

    /**
     * Trains a method.
     *
     * @param trainer the method; its text names all its options
     * @param model makes what is learned, for what is left to train with
     */
    public static SemanticAlignment fit(
            GradientTrainer trainer, TrainingSet examples, TrainingRun run, Function<Pictures, SemanticModel> model) {
        Random random = Seeds.random(trainer.options().seed(), DIVISION);
        Division division = Division.of(examples, trainer.options().validation(), random);
        String identity = run.checkpoint().isPresent() ? trainer + " " + digest(examples) : "";
        SemanticModel learned = model.apply(new Pictures(division.training()));
        Task task = new SemanticTraining(identity, division, learned);
        return learned.alignment(new Trained(TrainingLoop.train(task, trainer.options(), run)));
    }

    /** Tells training data apart. */
    public static String digest(TrainingSet examples) {
        float[] labels = new float[examples.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = examples.label(i);
        }
        return EmbeddingSpace.ofParameters(
                        examples.features().space() + " " + examples.semantics().space(),
                        examples.size(),
                        examples.features().toArray(),
                        examples.semantics().toArray(),
                        labels)
                .toString();
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public int items() {
        return model.items(division.training().size());
    }

    @Override
    public List<Parameter> initial(Random random) {
        return model.initial(random);
    }

    @Override
    public Gradients gradients(List<Parameter> parameters, Batch batch) {
        return Gradients.of(parameters, graph -> model.loss(graph, batch));
    }

    @Override
    public OptionalDouble measure(List<Parameter> parameters) {
        if (division.heldOut().isEmpty()) {
            return OptionalDouble.empty();
        }
        SemanticAlignment alignment = model.alignment(new Trained(parameters));
        return OptionalDouble.of(division.heldOut().get().accuracy(alignment));
    }
}
