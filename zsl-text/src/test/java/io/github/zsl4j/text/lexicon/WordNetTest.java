package io.github.zsl4j.text.lexicon;

import static io.github.zsl4j.text.lexicon.Nouns.WORDNET;
import static io.github.zsl4j.text.lexicon.Nouns.list;
import static io.github.zsl4j.text.lexicon.Nouns.offsets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WordNetTest {

    private static final int ENTITY = 1740;
    private static final int DOG = 2084071;

    @Test
    void holdsAllNounsOfWordNet() {
        assertThat(WORDNET.size()).isEqualTo(82115);
    }

    @Test
    void describesASynset() {
        Synset dog = WORDNET.synset(DOG).orElseThrow();
        assertThat(dog.offset()).isEqualTo(DOG);
        assertThat(dog.id()).isEqualTo("n02084071");
        assertThat(dog.lemmas()).containsExactly("dog", "domestic_dog", "canis_familiaris");
        assertThat(dog.hypernyms()).containsExactlyInAnyOrder(2083346, 1317541);
        assertThat(dog.gloss()).startsWith("a member of the genus Canis").endsWith("since prehistoric times");
        assertThat(dog.size()).isGreaterThan(100);
    }

    @Test
    void describesTheRoot() {
        Synset entity = WORDNET.synset(ENTITY).orElseThrow();
        assertThat(entity.hypernyms()).isEmpty();
        assertThat(entity.size()).isEqualTo(WORDNET.size());
        assertThat(entity.id()).isEqualTo("n00001740");
    }

    @Test
    void givesEqualSynsetsWheneverAsked() {
        assertThat(WORDNET.synset(DOG)).isEqualTo(WORDNET.synset(DOG));
    }

    @Test
    void knowsNoSynsetBetweenTwo() {
        assertThat(WORDNET.synset(1741)).isEmpty();
        assertThat(WORDNET.synset(-1)).isEmpty();
        assertThat(WORDNET.synset(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void listsSensesByFrequency() {
        List<Sense> senses = WORDNET.senses("dog");
        assertThat(offsets(senses)).containsExactly(DOG, 10114209, 10023039, 9886220, 7676602, 3901548, 2710044);
        assertThat(senses.get(0).count()).isEqualTo(42);
    }

    @Test
    void findsTheBaseFormOfARegularPlural() {
        assertThat(WORDNET.senses("dogs")).isEqualTo(WORDNET.senses("dog"));
        assertThat(WORDNET.senses("churches")).isEqualTo(WORDNET.senses("church"));
        assertThat(WORDNET.senses("berries")).isEqualTo(WORDNET.senses("berry"));
        assertThat(WORDNET.senses("firemen")).isEqualTo(WORDNET.senses("fireman"));
        assertThat(WORDNET.senses("golden_retrievers")).isEqualTo(WORDNET.senses("golden_retriever"));
    }

    @Test
    void findsTheBaseFormOfAnIrregularPlural() {
        assertThat(WORDNET.senses("mice")).isEqualTo(WORDNET.senses("mouse"));
        assertThat(offsets(WORDNET.senses("field_mice"))).isEqualTo(offsets(WORDNET.senses("field_mouse")));
    }

    @Test
    void putsTheExactFormBeforeItsBase() {
        List<Integer> glasses = offsets(WORDNET.senses("glasses"));
        List<Integer> glass = offsets(WORDNET.senses("glass"));
        assertThat(glasses.get(0)).isEqualTo(4272054);
        assertThat(glasses).containsAll(glass).hasSizeGreaterThan(glass.size());
    }

    @Test
    void doesNotTakeDoubleSForAPlural() {
        assertThat(WORDNET.senses("dogss")).isEmpty();
    }

    @Test
    void doesNotCutAWordToNothing() {
        assertThat(offsets(WORDNET.senses("s"))).isNotEmpty();
        assertThat(WORDNET.senses("zs")).isEqualTo(List.of());
    }

    @Test
    void knowsNothingOfUnknownWords() {
        assertThat(WORDNET.senses("blorptastic")).isEmpty();
        assertThat(WORDNET.senses("")).isEmpty();
        assertThat(WORDNET.senses("dog|1")).isEmpty();
        assertThat(WORDNET.senses("dog|1|42 domestic_dog")).isEmpty();
        assertThat(WORDNET.senses("猫")).isEmpty();
        assertThat(WORDNET.senses("\ud800")).isEmpty();
    }

    @Test
    void containsOnlyExactForms() {
        assertThat(WORDNET.contains("ice_cream")).isTrue();
        assertThat(WORDNET.contains("ice cream")).isFalse();
        assertThat(WORDNET.contains("dogs")).isFalse();
        assertThat(WORDNET.contains("Dog")).isFalse();
    }

    @Test
    void climbsToTheRootNearestFirst() {
        int[] above = WORDNET.ancestors(DOG);
        assertThat(above).startsWith(DOG).endsWith(ENTITY).doesNotHaveDuplicates();
        assertThat(list(above)).contains(2083346, 15388); // canine, animal
        assertThat(list(above).indexOf(2083346)).isLessThan(list(above).indexOf(15388));
    }

    @Test
    void includesTheSynsetItselfAmongItsAncestors() {
        assertThat(WORDNET.ancestors(ENTITY)).containsExactly(ENTITY);
    }

    @Test
    void survivesACycleInTheHierarchy() {
        WordNet cyclic = Nouns.of("1<>2<>2<>a|1|0<>g", "2<>1<>2<>b|1|0<>g");
        assertThat(cyclic.ancestors(1)).containsExactly(1, 2);
    }

    @Test
    void measuresInformationFromZeroAtTheRootToOneAtALeaf() {
        assertThat(WORDNET.informationContent(ENTITY)).isZero();
        assertThat(WORDNET.informationContent(3993)).isEqualTo(1);
        double dog = 1 - Math.log(WORDNET.synset(DOG).orElseThrow().size()) / Math.log(82115);
        assertThat(WORDNET.informationContent(DOG)).isCloseTo(dog, within(1e-12));
    }

    @Test
    void measuresInformationEvenInASingleSynset() {
        assertThat(Nouns.of("1<><>1<>a|1|0<>g").informationContent(1)).isEqualTo(1);
    }

    @Test
    void refusesToClimbFromNowhere() {
        assertThatThrownBy(() -> WORDNET.ancestors(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no noun synset 5");
        assertThatThrownBy(() -> WORDNET.informationContent(5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ordersSensesByNumberThenOffset() {
        WordNet small = Nouns.of("1<><>3<>a|2|7 b|1|0<>g", "2<>1<>1<>a|1|1<>g", "3<>1<>1<>a|1|9<>g");
        assertThat(offsets(small.senses("a"))).containsExactly(2, 3, 1);
    }

    @Test
    void keepsTheLargestCountOfASharedSense() {
        WordNet small = WordNet.load(Nouns.gzip("1\t\t1\tmouse|1|3 mice|1|8\tg\n"), Nouns.text("mice mouse\n"));
        assertThat(small.senses("mice")).extracting(Sense::count).containsExactly(8);
        assertThat(small.senses("mouse")).extracting(Sense::count).containsExactly(3);
    }

    @Test
    void mayBeReadByManyThreads() throws Exception {
        WordNet fresh = WordNet.load(Nouns.data("wordnet-nouns.tsv.gz"), Nouns.data("noun.exc"));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Sense>>> results = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String word = i % 2 == 0 ? "dogs" : "mice";
                results.add(pool.submit(() -> fresh.senses(word)));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(results.get(i).get()).isEqualTo(WORDNET.senses(i % 2 == 0 ? "dog" : "mouse"));
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
