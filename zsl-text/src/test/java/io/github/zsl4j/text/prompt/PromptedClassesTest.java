package io.github.zsl4j.text.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.classify.Calibration;
import io.github.zsl4j.classify.PrototypeRanker;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.EmbeddingSpace;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.explain.ClassReading;
import io.github.zsl4j.prototype.ClassDescription;
import io.github.zsl4j.prototype.Prototypes;
import io.github.zsl4j.prototype.Prototypes.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromptedClassesTest {

    private static final PromptTemplates TWO = PromptTemplates.of("a {}", "the {}");

    private final HashedTexts texts = new HashedTexts();

    private static PromptedClasses classes(Encoder<String> encoder, PromptPooling pooling) {
        return new PromptedClasses(encoder, TWO, pooling);
    }

    private List<String> asked() {
        return texts.calls.stream().flatMap(List::stream).toList();
    }

    @Test
    void putsLabelsIntoTemplatesAndLeavesDescriptionsAsTheyAre() {
        classes(texts, PromptPooling.MEAN)
                .prototypes(List.of(ClassDescription.of("cat", "It purrs."), ClassDescription.of("dog")));
        assertThat(asked()).containsExactly("a cat", "the cat", "It purrs.", "a dog", "the dog");
    }

    @Test
    void readsWhatItEncodes() {
        List<ClassReading> read =
                classes(texts, PromptPooling.MEAN).read(List.of(ClassDescription.of("cat", "It purrs.")));
        assertThat(read)
                .containsExactly(
                        new ClassReading("cat", List.of("a cat", "the cat", "It purrs."), List.of(), List.of(), 0));
        assertThat(texts.calls).isEmpty();
    }

    @Test
    void encodesATextThatSeveralClassesShareOnce() {
        Prototypes shared = classes(texts, PromptPooling.LOG_SUM_EXP)
                .prototypes(List.of(
                        ClassDescription.of("cat", "It has fur."),
                        ClassDescription.of("dog", "It has fur.", "a cat", "It has fur.")));
        assertThat(asked()).doesNotHaveDuplicates().hasSize(5);
        EmbeddingMatrix vectors = shared.vectors();
        // rows: cat, fur; dog, fur, a cat, fur
        assertThat(vectors.rows()).isEqualTo(6);
        assertThat(vectors.row(1)).isEqualTo(vectors.row(3)).isEqualTo(vectors.row(5));
        assertThat(vectors.row(4)).isNotEqualTo(vectors.row(3));
    }

    @Test
    void countsARepeatedTemplateAsOftenAsItComes() {
        PromptTemplates twice = PromptTemplates.of("a {}", "a {}", "the {}");
        Prototypes prototypes =
                new PromptedClasses(texts, twice, PromptPooling.MEAN).prototypes(ClassDescription.ofLabels("cat"));
        Embedding a = Embedding.of(texts.space(), HashedTexts.vector("a cat")).unit();
        Embedding the =
                Embedding.of(texts.space(), HashedTexts.vector("the cat")).unit();
        float[] sum = new float[HashedTexts.DIMENSION];
        for (int j = 0; j < sum.length; j++) {
            sum[j] = 2 * a.get(j) + the.get(j);
        }
        assertThat(prototypes.vectors().row(0).toArray())
                .containsExactly(Embedding.of(texts.space(), sum).unit().toArray(), within(1e-6f));
        assertThat(asked()).hasSize(2);
    }

    @Test
    void givesTheNameHalfOfTheWeight() {
        Prototypes prototypes = classes(texts, PromptPooling.LOG_SUM_EXP)
                .prototypes(List.of(
                        ClassDescription.of("cat", "x", "y", "z"),
                        ClassDescription.of("dog"),
                        ClassDescription.of("ox", "w")));
        assertThat(prototypes.components(0))
                .extracting(c -> Math.exp(c.logWeight()))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
                .containsExactly(1 / 2.0, 1 / 6.0, 1 / 6.0, 1 / 6.0);
        assertThat(prototypes.components(1)).containsExactly(new Component(4, 0));
        assertThat(prototypes.components(2)).extracting(Component::row).containsExactly(5, 6);
    }

    @Test
    void givesUnitPrototypes() {
        for (PromptPooling pooling : PromptPooling.values()) {
            EmbeddingMatrix vectors = classes(texts, pooling)
                    .prototypes(List.of(ClassDescription.of("cat", "x", "y"), ClassDescription.of("dog")))
                    .vectors();
            for (int i = 0; i < vectors.rows(); i++) {
                assertThat(vectors.row(i).norm()).isCloseTo(1, within(1e-6));
            }
        }
    }

    @Test
    void scoresBothPoolingsAlikeWithoutDescriptions() {
        List<ClassDescription> labels = ClassDescription.ofLabels("cat", "dog", "ox");
        Embedding query = Embedding.of(texts.space(), HashedTexts.vector("the cat"));
        assertThat(ranker(PromptPooling.MEAN, labels).rank(query))
                .isEqualTo(ranker(PromptPooling.LOG_SUM_EXP, labels).rank(query));
    }

    @Test
    void letsAPictureResembleOnlyOneDescriptionOfSeveral() {
        List<ClassDescription> classes =
                List.of(ClassDescription.of("cat", "p", "q", "r", "s"), ClassDescription.of("dog", "t", "u", "v", "w"));
        Embedding query = Embedding.of(texts.space(), HashedTexts.vector("s"));
        double mean = ranker(PromptPooling.MEAN, classes).scores(matrix(query))[0][0];
        double separate = ranker(PromptPooling.LOG_SUM_EXP, classes).scores(matrix(query))[0][0];
        assertThat(separate).isGreaterThan(mean);
        assertThat(ranker(PromptPooling.LOG_SUM_EXP, classes).rank(query).best().label())
                .isEqualTo("cat");
    }

    private static EmbeddingMatrix matrix(Embedding embedding) {
        return EmbeddingMatrix.of(embedding.space(), List.of(embedding));
    }

    private PrototypeRanker ranker(PromptPooling pooling, List<ClassDescription> classes) {
        return new PrototypeRanker(
                classes(texts, pooling).prototypes(classes), Similarity.COSINE, Calibration.softmax(100));
    }

    @Test
    void encodesManyTextsInBoundedChunksAndTellsHowFarItIs() {
        List<ClassDescription> many = IntStream.range(0, 1500)
                .mapToObj(i -> ClassDescription.of("label " + i))
                .toList();
        List<String> heard = new ArrayList<>();
        classes(texts, PromptPooling.MEAN).prototypes(many, (done, total) -> heard.add(done + "/" + total));
        assertThat(texts.calls).extracting(List::size).containsExactly(1024, 1024, 952);
        assertThat(heard).containsExactly("1024/3000", "2048/3000", "3000/3000");
    }

    @Test
    void doesNotLetChunksChangeAPrototype() {
        List<ClassDescription> many = new ArrayList<>();
        IntStream.range(0, 700).forEach(i -> many.add(ClassDescription.of("label " + i)));
        EmbeddingMatrix together =
                classes(texts, PromptPooling.MEAN).prototypes(many).vectors();
        // the texts of label 511 and 512 lie on either side of a chunk's end
        for (int i : new int[] {0, 511, 512, 699}) {
            EmbeddingMatrix alone = classes(texts, PromptPooling.MEAN)
                    .prototypes(List.of(many.get(i)))
                    .vectors();
            assertThat(alone.row(0)).isEqualTo(together.row(i));
        }
    }

    @Test
    void refusesNoClassAndTwoOfOneLabel() {
        PromptedClasses classes = classes(texts, PromptPooling.MEAN);
        List<ClassDescription> twice = ClassDescription.ofLabels("cat", "cat");
        assertThatThrownBy(() -> classes.prototypes(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> classes.prototypes(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'cat'");
        assertThatThrownBy(() -> classes.read(twice)).isInstanceOf(IllegalArgumentException.class);
        assertThat(texts.calls).isEmpty();
    }

    @Test
    void refusesAClassWhoseTextsCancelOut() {
        Encoder<String> opposed = table(Map.of(
                "a cat", new float[] {3, 0},
                "the cat", new float[] {-7, 0},
                "a nil", new float[] {0, 0},
                "the nil", new float[] {0, 0}));
        for (String label : List.of("cat", "nil")) {
            for (PromptPooling pooling : PromptPooling.values()) {
                assertThatThrownBy(() -> classes(opposed, pooling).prototypes(ClassDescription.ofLabels(label)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("'" + label + "' add up to zero");
            }
        }
    }

    @Test
    void isOfTheEncodersSpace() {
        PromptedClasses classes = classes(texts, PromptPooling.MEAN);
        assertThat(classes.space()).isEqualTo(texts.space());
        assertThat(classes.prototypes(ClassDescription.ofLabels("cat")).space()).isEqualTo(texts.space());
    }

    private static Encoder<String> table(Map<String, float[]> vectors) {
        EmbeddingSpace space = EmbeddingSpace.of("table", 2);
        return new Encoder<>() {
            @Override
            public EmbeddingSpace space() {
                return space;
            }

            @Override
            public EmbeddingMatrix encodeAll(List<? extends String> items) {
                return EmbeddingMatrix.of(
                        space,
                        items.stream()
                                .map(item -> Embedding.of(space, vectors.get(item)))
                                .toList());
            }

            @Override
            public void close() {}
        };
    }
}
