package io.github.zsl4j.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.engine.NetworkOptions;
import io.github.zsl4j.testkit.Golden;
import io.github.zsl4j.testkit.Npy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens and vectors equal those of the Python original. */
class MiniLmGoldenTest {

    /** Another runtime adds in another order; wrong pooling, padding or truncation costs far more. */
    private static final double COSINE = 0.99999;

    private static final Npy VECTORS = Golden.npy("default/golden_minilm.npy");
    private static final List<String> TEXTS = new ArrayList<>();
    private static final List<long[]> IDS = new ArrayList<>();

    private static TextEncoder encoder;

    @BeforeAll
    static void load() {
        for (JsonElement e : Golden.json("default/golden_minilm.json").getAsJsonArray()) {
            TEXTS.add(e.getAsJsonObject().get("text").getAsString());
            IDS.add(StreamSupport.stream(
                            e.getAsJsonObject().getAsJsonArray("ids").spliterator(), false)
                    .mapToLong(JsonElement::getAsLong)
                    .toArray());
        }
        encoder = MiniLm.load(NetworkOptions.defaults(), 1);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private static List<String> wrong(EmbeddingMatrix found) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            if (Golden.cosine(found.row(i).toArray(), VECTORS.row(i)) < COSINE) {
                wrong.add(TEXTS.get(i));
            }
        }
        return wrong;
    }

    private static List<String> wrong(TextRecipe recipe, Batching batching) {
        try (TextEncoder spoilt = MiniLm.load(NetworkOptions.defaults(), recipe, batching)) {
            return wrong(spoilt.encodeAll(TEXTS));
        }
    }

    @Test
    void tokenisesAsTheOriginal() {
        assertThat(TEXTS).hasSize(44);
        for (int i = 0; i < TEXTS.size(); i++) {
            assertThat(encoder.tokenIds(TEXTS.get(i))).as(TEXTS.get(i)).isEqualTo(IDS.get(i));
        }
    }

    @Test
    void saysWhichTextsAreTruncated() {
        assertThat(TEXTS.stream().filter(encoder::isTruncated).count())
                .isEqualTo(IDS.stream().filter(ids -> ids.length == 128).count())
                .isGreaterThan(0);
    }

    @Test
    void encodesEachTextAloneAsTheOriginal() {
        for (int i = 0; i < TEXTS.size(); i++) {
            double cosine = Golden.cosine(encoder.encode(TEXTS.get(i)).toArray(), VECTORS.row(i));
            assertThat(cosine).as(TEXTS.get(i)).isGreaterThanOrEqualTo(COSINE);
        }
    }

    @Test
    void encodesABatchAsTheOriginal() {
        assertThat(wrong(encoder.encodeAll(TEXTS))).isEmpty();
    }

    @Test
    void encodesOneBatchPaddedToTheLongestTextAsTheOriginal() {
        Batching single = new Batching(64, 64 * 128, 1);
        assertThat(wrong(MiniLm.recipe(Pooling.MEAN, 128), single)).isEmpty();
    }

    @Test
    void givesTheSameBitsWithAnyNumberOfWorkers() {
        EmbeddingMatrix alone = encoder.encodeAll(TEXTS);
        for (int workers : new int[] {2, 3}) {
            try (TextEncoder several = MiniLm.load(NetworkOptions.defaults(), workers)) {
                assertThat(several.encodeAll(TEXTS)).isEqualTo(alone);
            }
        }
    }

    @Test
    void wouldNoticeWrongPooling() {
        assertThat(wrong(MiniLm.recipe(Pooling.CLS, 128), Batching.defaults())).hasSizeGreaterThan(40);
    }

    @Test
    void wouldNoticeMissingTruncation() {
        assertThat(wrong(MiniLm.recipe(Pooling.MEAN, 512), Batching.defaults()))
                .isNotEmpty()
                .allMatch(encoder::isTruncated);
    }

    @Test
    void wouldNoticeUnmaskedPadding() {
        // What comes of padding each text to 128 tokens and taking padding for text.
        try (TextEncoder spoilt = MiniLm.load(NetworkOptions.defaults(), 1)) {
            List<String> padded =
                    TEXTS.stream().map(text -> text + " [PAD]".repeat(128)).toList();
            assertThat(spoilt.tokenIds(padded.get(2))).hasSize(128).contains(0);
            assertThat(wrong(spoilt.encodeAll(padded))).hasSizeGreaterThan(35);
        }
    }

    @Test
    void livesInASpaceOfItsOwn() {
        assertThat(encoder.space().name()).isEqualTo("all-MiniLM-L6-v2");
        assertThat(encoder.space().dimension()).isEqualTo(384);
        assertThat(encoder.encode("a cat").norm()).isBetween(0.999999, 1.000001);
    }
}
