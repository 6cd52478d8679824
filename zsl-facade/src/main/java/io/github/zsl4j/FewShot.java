package io.github.zsl4j;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.error.ZslException;
import io.github.zsl4j.fewshot.CrossValidation;
import io.github.zsl4j.fewshot.LinearProbe;
import io.github.zsl4j.fewshot.NearestClassMean;
import io.github.zsl4j.fewshot.SupportSet;
import io.github.zsl4j.fewshot.TipAdapter;
import io.github.zsl4j.fewshot.TipAdapterF;
import io.github.zsl4j.fewshot.TipAdapterSearch;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.Prototypes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be learned from a few pictures of each class: {@code model.fewShot(examples).classifier()} is the place to start, and
 * docs/few-shot.md says when another way is better. The pictures have been encoded; learning from them takes milliseconds to
 * seconds. Immutable and thread-safe.
 */
public final class FewShot {

    /** As many broken pictures as an error message describes. */
    private static final int DESCRIBED = 5;

    private static final int FOLDS = 5;

    private final ZeroShotModel model;
    private final SupportSet examples;
    private final Optional<Prototypes> described;

    private FewShot(ZeroShotModel model, SupportSet examples, Optional<Prototypes> described) {
        this.model = model;
        this.examples = examples;
        this.described = described;
    }

    static FewShot of(ZeroShotModel model, List<LabelledImage> examples) {
        List<Outcome<Embedding>> outcomes;
        try (Stream<Outcome<Embedding>> each = model.embedEach(examples.stream().map(LabelledImage::image))) {
            outcomes = each.toList();
        }
        requireAll(outcomes);
        List<Embedding> vectors = outcomes.stream().map(Outcome::value).toList();
        List<String> labels = examples.stream().map(LabelledImage::label).toList();
        EmbeddingMatrix matrix = EmbeddingMatrix.of(model.parts().space(), vectors);
        return new FewShot(model, SupportSet.of(labels, matrix), Optional.empty());
    }

    private static void requireAll(List<Outcome<Embedding>> outcomes) {
        List<ZslException> failures =
                outcomes.stream().flatMap(o -> o.failure().stream()).toList();
        if (failures.isEmpty()) {
            return;
        }
        String messages =
                failures.stream().limit(DESCRIBED).map(Throwable::getMessage).collect(Collectors.joining("; "));
        String more = failures.size() > DESCRIBED ? "; and " + (failures.size() - DESCRIBED) + " more" : "";
        ZslException all = new ZslException(
                failures.size() + " of " + outcomes.size() + " examples cannot be read: " + messages + more,
                failures.get(0));
        failures.stream().skip(1).forEach(all::addSuppressed);
        throw all;
    }

    /**
     * Also classes that are known by their labels. Classes that have examples may be among them, and are then known by both;
     * they come in the order of the labels, before those that only have examples.
     *
     * @throws IllegalArgumentException as {@link ZeroShotModel#classifier(String...)}
     */
    public FewShot with(String... labels) {
        return with(ClassDescription.ofLabels(labels));
    }

    /** Also described classes; see {@link #with(String...)}. */
    public FewShot with(List<ClassDescription> classes) {
        return with(model.parts().classes().prototypes(classes));
    }

    /**
     * Also classes known by prototypes of any kind; see {@link #with(String...)}. Replaces an earlier choice.
     *
     * @throws IllegalArgumentException if they are of another space than this model's
     */
    public FewShot with(Prototypes prototypes) {
        model.parts().space().requireSame(prototypes.space());
        return new FewShot(model, examples, Optional.of(prototypes));
    }

    /** The encoded examples, for methods of your own: see {@link ZeroShotModel#classifier(Ranker)}. */
    public SupportSet examples() {
        return examples;
    }

    /**
     * The mean of each class's examples, beside what else is known of the classes. Works from one example a class; the temperature
     * is fitted to the examples. See {@link NearestClassMean}.
     */
    public ImageClassifier classifier() {
        NearestClassMean method = new NearestClassMean(model.parts().similarity(), scale());
        return model.classifier(described.map(d -> method.fit(examples, d)).orElseGet(() -> method.fit(examples)));
    }

    /**
     * Tip-Adapter with α and β chosen, and then the temperature fitted, on the examples themselves, each held out in turn. If no
     * class has two examples, it is {@link TipAdapter#defaults()} with the model's temperature. The zero-shot side knows the
     * classes by what was given to {@link #with}, which covers all of them, or else by the labels of the examples.
     *
     * @throws IllegalArgumentException if a class has examples but was not given to {@code with}
     */
    public ImageClassifier tipAdapter() {
        boolean single = Arrays.stream(examples.shots()).allMatch(n -> n == 1);
        return tipAdapter(
                single
                        ? TipAdapter.defaults()
                        : TipAdapterSearch.wide()
                                .leaveOneOut(zeroShot(), examples)
                                .adapter());
    }

    /** Tip-Adapter with known α and β; see {@link #tipAdapter()}. */
    public ImageClassifier tipAdapter(TipAdapter method) {
        Ranker zeroShot = zeroShot();
        return model.classifier(CrossValidation.calibrated(examples, FOLDS, set -> method.fit(zeroShot, set)));
    }

    /** Tip-Adapter with keys that are trained, once more for each of up to five folds; see {@link #tipAdapter()}. */
    public ImageClassifier tipAdapter(TipAdapterF method) {
        Ranker zeroShot = zeroShot();
        return model.classifier(CrossValidation.calibrated(examples, FOLDS, set -> method.fit(zeroShot, set)));
    }

    /**
     * Logistic regression with a penalty chosen by cross-validation; best with some ten examples a class or more. What was given
     * to {@link #with} does not count.
     *
     * @throws IllegalArgumentException if there are fewer than two classes
     */
    public ImageClassifier linearProbe() {
        return linearProbe(LinearProbe.defaults());
    }

    /** Logistic regression as you choose; see {@link #linearProbe()}. */
    public ImageClassifier linearProbe(LinearProbe method) {
        return model.classifier(method.fit(examples));
    }

    private double scale() {
        return model.parts().calibration().scale();
    }

    private PrototypeRanker zeroShot() {
        Prototypes prototypes = described.orElseGet(() -> model.parts()
                .classes()
                .prototypes(
                        examples.classes().stream().map(ClassDescription::of).toList()));
        return new PrototypeRanker(prototypes, model.parts().similarity(), Calibration.softmax(scale()));
    }
}
