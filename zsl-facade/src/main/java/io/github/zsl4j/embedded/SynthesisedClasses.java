package io.github.zsl4j.embedded;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.explain.ClassReading;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.ClassEncoder;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.text.lexicon.LabelReader;
import io.github.zsl4j.text.lexicon.LabelReading;
import io.github.zsl4j.text.lexicon.Synset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The class side of the embedded default. Immutable and thread-safe. */
final class SynthesisedClasses implements ClassEncoder {

    private static final int RELATIVES = 5;

    private final LabelReader reader;
    private final SenseWeights senses;
    private final Synthesis synthesis;
    private final Mixture mixture;
    private final KnownClasses known;
    private final EmbeddingMatrix knownPrototypes;

    SynthesisedClasses(
            LabelReader reader, SenseWeights senses, Synthesis synthesis, Mixture mixture, Known knownClasses) {
        this.reader = reader;
        this.senses = senses;
        this.synthesis = synthesis;
        this.mixture = mixture;
        this.known = knownClasses.classes();
        this.knownPrototypes = knownClasses.prototypes();
    }

    /** The classes of the image network and their prototypes, row by row. */
    record Known(KnownClasses classes, EmbeddingMatrix prototypes) {}

    /** What is known of a list of classes before anything is synthesised. */
    private record Understanding(List<WeightedReading> readings, List<List<String>> texts) {}

    private Understanding understand(List<ClassDescription> classes) {
        ClassDescription.requireDistinct(classes);
        List<LabelReading> read =
                classes.stream().map(c -> reader.read(c.label())).toList();
        List<WeightedReading> weighted = senses.weigh(read);
        List<List<String>> texts = IntStream.range(0, classes.size())
                .mapToObj(i -> ClassTexts.of(classes.get(i), weighted.get(i)))
                .toList();
        return new Understanding(weighted, texts);
    }

    @Override
    public EmbeddingSpace space() {
        return knownPrototypes.space();
    }

    @Override
    public Prototypes prototypes(List<ClassDescription> classes) {
        Understanding u = understand(classes);
        EmbeddingMatrix own = synthesis.prototypes(synthesis.kernel(u.readings(), u.texts()));
        List<String> labels = classes.stream().map(ClassDescription::label).toList();
        return mixture.mix(labels, u.readings(), own, knownPrototypes);
    }

    /** The own prototype of each label, not normalised and without the mixture. */
    EmbeddingMatrix ownPrototypes(List<ClassDescription> classes) {
        Understanding u = understand(classes);
        return synthesis.prototypes(synthesis.kernel(u.readings(), u.texts()));
    }

    /** The kernel of each label with each known class. */
    double[][] kernel(List<ClassDescription> classes) {
        Understanding u = understand(classes);
        return synthesis.kernel(u.readings(), u.texts());
    }

    @Override
    public List<ClassReading> read(List<ClassDescription> classes) {
        Understanding u = understand(classes);
        double[][] kernel = synthesis.kernel(u.readings(), u.texts());
        List<ClassReading> result = new ArrayList<>(classes.size());
        for (int i = 0; i < classes.size(); i++) {
            WeightedReading reading = u.readings().get(i);
            int members = mixture.members(reading).size();
            result.add(new ClassReading(
                    classes.get(i).label(),
                    u.texts().get(i),
                    senses(reading),
                    relatives(kernel[i]),
                    members < 2 ? 0 : members));
        }
        return result;
    }

    private static List<ClassReading.Sense> senses(WeightedReading reading) {
        List<ClassReading.Sense> senses = new ArrayList<>();
        for (int s = 0; s < reading.weights().size(); s++) {
            var span = reading.reading().spans().get(s);
            List<ClassReading.Sense> ofPart = new ArrayList<>();
            for (int k = 0; k < span.senses().size(); k++) {
                ofPart.add(sense(
                        span.part(),
                        span.senses().get(k).synset(),
                        reading.weights().get(s)[k]));
            }
            ofPart.sort(Comparator.comparingDouble(ClassReading.Sense::weight).reversed());
            senses.addAll(ofPart);
        }
        return senses;
    }

    private static ClassReading.Sense sense(String part, Synset synset, double weight) {
        List<String> words =
                synset.lemmas().stream().map(x -> x.replace('_', ' ')).toList();
        return new ClassReading.Sense(part, synset.id(), words, synset.gloss(), weight);
    }

    private List<ClassReading.Relative> relatives(double[] kernel) {
        return IntStream.range(0, kernel.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -kernel[j]))
                .limit(RELATIVES)
                .map(j -> new ClassReading.Relative(known.names().get(j), kernel[j]))
                .toList();
    }
}
