package io.github.zsl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zsl4j.ModelOptions;
import io.github.zsl4j.ZeroShotModel;
import io.github.zsl4j.collection.PictureIndexer;
import io.github.zsl4j.embedding.Embedding;
import io.github.zsl4j.lucene.LuceneIndex;
import io.github.zsl4j.retrieve.Filter;
import io.github.zsl4j.retrieve.Hit;
import io.github.zsl4j.vision.image.ImageSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program at random moments while it indexes new pictures, and again while it indexes the pictures that have taken
 * their places. After each time: what it said to be safe is there, every vector is that of the picture, and the next run goes
 * on. The system property zsl.kills says how often (default: 4); zsl.seed varies the moments.
 */
class KilledIndexingTest {

    private static final int PICTURES = 24;
    private static final int KILLS = Integer.getInteger("zsl.kills", 4);

    @TempDir
    private Path parent;

    private final Random random = new Random(Long.getLong("zsl.seed", 1));
    private final ZeroShotModel model = Cli.model(ModelOptions.defaults());
    private PaintedFolder pictures;
    private Path out;

    /** The vectors before, and those that the run under way is to bring. */
    private Map<String, Embedding> old = Map.of();

    private Map<String, Embedding> now = Map.of();

    /** What the index was said to have of the new ones. */
    private final Set<String> safe = new HashSet<>();

    private int jobs;
    private int killedAtWork;

    private Map<String, Embedding> vectors() {
        Map<String, Embedding> vectors = new HashMap<>();
        for (int i = 0; i < PICTURES; i++) {
            Path file = pictures.file(i);
            vectors.put(
                    PictureIndexer.key(file), model.embed(ImageSource.of(file)).unit());
        }
        return vectors;
    }

    /** Every second job is a new index; the others bring an index in step with new pictures. */
    private void startJob() {
        if (jobs % 2 == 0) {
            out = parent.resolve("index " + jobs);
            now = Map.of();
        }
        old = now;
        pictures = new PaintedFolder(parent.resolve("pictures"), PICTURES).paint(jobs);
        now = vectors();
        safe.clear();
        jobs++;
    }

    @Test
    void losesNothingThatWasCommittedAndGoesOn() throws Exception {
        startJob();
        for (int kill = 0; kill < KILLS; kill++) {
            IndexingProcess process = IndexingProcess.start(pictures.folder(), out);
            process.killAfter(safe.size() + random.nextInt(PICTURES - safe.size()), random);
            safe.addAll(process.told());
            killedAtWork += safe.isEmpty() || safe.size() == PICTURES ? 0 : 1;
            check();
            if (safe.size() == PICTURES) {
                startJob();
            }
        }
        assertThat(IndexingProcess.start(pictures.folder(), out).finish()).isZero();
        safe.addAll(now.keySet());
        check();
        assertThat(killedAtWork).as("kills in the middle of the pictures").isPositive();
        System.out.println(KILLS + " kills, " + killedAtWork + " in the middle of the pictures, " + jobs + " indexes");
    }

    private void check() {
        if (!IndexFolder.isIndex(out)) {
            assertThat(safe).as("what was committed is there").isEmpty();
            return;
        }
        try (LuceneIndex index = LuceneIndex.read(out)) {
            for (String key : safe) {
                assertThat(index.get(key).orElseThrow().vector()).as(key).isEqualTo(now.get(key));
            }
            Embedding any = now.values().iterator().next();
            assertThat(index.size()).isBetween(Math.max(safe.size(), old.size()), PICTURES);
            for (Hit<String> hit : index.search(any, PICTURES + 1, Filter.all())) {
                Embedding vector = index.get(hit.key()).orElseThrow().vector();
                assertThat(vector).as(hit.key()).isIn(now.get(hit.key()), old.get(hit.key()));
            }
        }
    }
}
