package io.github.zsl4j.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.zsl4j.Models;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.hubness.Csls;
import io.github.zsl4j.retrieve.ExactIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.retrieve.Reranker;
import io.github.zsl4j.vision.image.ImageSource;
import io.github.zsl4j.vision.image.Pictures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts to pictures, pictures to pictures, pictures to texts, and both together. */
class CollectionSearchTest {

    @TempDir
    private Path folder;

    private Colours colours;
    private CollectionSearch search;
    private Path violet;

    @BeforeEach
    void paint() throws IOException {
        colours = new Colours(folder);
        violet = colours.paint("violet.png", 0x800080);
        colours.index(
                colours.paint("red.png", 0xff0000),
                colours.paint("blue.png", 0x0000ff),
                colours.paint("yellow.png", 0xffff00),
                violet);
        search = new CollectionSearch(colours.model, colours.index);
    }

    private List<String> names(CollectionQuery query, int k) {
        return Colours.names(search.search(query, k, Filter.all()));
    }

    @Test
    void aTextFindsPictures() {
        List<Hit<String>> hits = search.search("blue", 2);
        assertThat(Colours.names(hits)).containsExactly("blue.png", "violet.png");
        assertThat(hits.get(1).score()).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void aPictureFindsPictures() {
        assertThat(Colours.names(search.search(ImageSource.of(violet), 3)))
                .containsExactly("violet.png", "blue.png", "red.png");
    }

    @Test
    void aPictureFindsTexts() {
        ExactIndex<String> texts = ExactIndex.of(ColourModel.SPACE, Similarity.COSINE);
        assertThat(TextIndexer.index(colours.model, texts, List.of("red", "green", "blue", "red")))
                .isEqualTo(3);
        assertThat(TextIndexer.index(colours.model, texts, List.of("green", "blue")))
                .isZero();
        List<Hit<String>> hits = new CollectionSearch(colours.model, texts).search(ImageSource.of(violet), 2);
        assertThat(hits).extracting(Hit::key).containsExactly("blue", "red");
    }

    @Test
    void partsAreSoughtTogetherAndAgainstEachOther() {
        CollectionQuery violetQuery = CollectionQuery.of(ImageSource.of(violet));
        assertThat(names(CollectionQuery.of("red").plus("green"), 1)).containsExactly("yellow.png");
        assertThat(names(violetQuery.plus("red"), 2)).containsExactlyInAnyOrder("violet.png", "red.png");
        assertThat(names(violetQuery.minus("red"), 1)).containsExactly("blue.png");
        assertThat(names(CollectionQuery.of("red").minus(ImageSource.of(violet)), 4))
                .containsExactly("red.png", "yellow.png", "violet.png", "blue.png");
    }

    /** "colour" has three prototypes; the score is the model's own, the log-sum-exp over them. */
    @Test
    void aClassOfSeveralPrototypesIsScoredAsTheModelScoresIt() {
        List<Hit<String>> hits = search.search("colour", 4);
        assertThat(Colours.names(hits)).containsExactly("blue.png", "red.png", "violet.png", "yellow.png");
        for (Hit<String> hit : hits) {
            double expected = colours.model
                    .classifier("colour")
                    .classify(Path.of(hit.key()))
                    .best()
                    .score();
            assertThat(hit.score()).isCloseTo(expected, within(1e-6));
        }
        // Negative control: none of the prototypes alone gives this score.
        assertThat(hits.get(2).score()).isNotCloseTo(Math.sqrt(0.5), within(1e-3));
    }

    @Test
    void filtersHold() {
        Filter filter = Filter.not(Filter.equal("name", "blue.png"));
        assertThat(Colours.names(search.search(CollectionQuery.of("blue"), 1, filter)))
                .containsExactly("violet.png");
        assertThat(Colours.names(search.search(CollectionQuery.of("colour"), 9, filter)))
                .doesNotContain("blue.png")
                .hasSize(3);
    }

    /** Violet is what a bank of blues is drawn to; yellow is as close to red as violet is. */
    @Test
    void hitsAreCorrectedForHubs() {
        EmbeddingMatrix bank = colours.model.parts().texts().encodeAll(List.of("blue", "blue"));
        CollectionSearch corrected = search.withReranker(Reranker.hubCorrected(colours.index, new Csls(2), bank), 4);
        assertThat(Colours.names(search.search("red", 3))).containsExactly("red.png", "violet.png", "yellow.png");
        assertThat(Colours.names(corrected.search("red", 2))).containsExactly("red.png", "yellow.png");
    }

    @Test
    void moreAreReRankedThanAreShown() {
        List<Integer> seen = new ArrayList<>();
        Reranker<String> backwards = (query, hits) -> {
            seen.add(hits.size());
            assertThat(query.space()).isEqualTo(ColourModel.SPACE);
            List<Hit<String>> reversed = new ArrayList<>(hits);
            Collections.reverse(reversed);
            return reversed;
        };
        assertThat(Colours.names(search.withReranker(backwards, 3).search("blue", 1)))
                .containsExactly("red.png");
        assertThat(Colours.names(search.withReranker(backwards, 1).search(ImageSource.of(violet), 2)))
                .containsExactly("blue.png", "violet.png");
        assertThat(search.withReranker(backwards, 9).search("red", 9)).hasSize(4);
        assertThat(seen).containsExactly(3, 2, 4);
        assertThatThrownBy(() -> search.withReranker(backwards, 3).search("blue", 0))
                .hasMessageContaining("k must be");
        assertThatThrownBy(() -> search.withReranker(backwards, 0)).hasMessageContaining("candidates");
    }

    @Test
    void queriesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> CollectionQuery.of(" ")).hasMessageContaining("blank");
        assertThatThrownBy(() -> new CollectionQuery(List.of())).hasMessageContaining("needs");
        assertThatThrownBy(() -> search.search("blue", 0)).hasMessageContaining("k must be");
        ZeroShotModel other = Models.shared();
        assertThatThrownBy(() -> new CollectionSearch(other, colours.index)).hasMessageContaining("colours");
    }

    @Test
    void theEmbeddedDefaultFindsPhotographs() {
        ZeroShotModel model = Models.shared();
        ExactIndex<String> index = ExactIndex.of(model.parts().space(), Similarity.COSINE);
        new PictureIndexer(model, index, IndexingOptions.defaults())
                .index(Pictures.in(Path.of("..", "docs", "pictures")), IndexingListener.NONE);
        CollectionSearch photos = new CollectionSearch(model, index);
        assertThat(Colours.names(photos.search("a cup of coffee", 1))).containsExactly("coffee.jpg");
        assertThat(Colours.names(photos.search("motorbike", 1))).containsExactly("motorcycle.jpg");
        assertThat(Colours.names(photos.search("animal", 1))).containsExactly("cat.jpg");
        assertThat(Colours.names(photos.search(ImageSource.of(Models.photo("rocket")), 1)))
                .containsExactly("rocket.jpg");
    }
}
