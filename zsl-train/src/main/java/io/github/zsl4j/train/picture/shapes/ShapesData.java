package io.github.zsl4j.train.picture.shapes;

import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Encoder;
import io.github.zsl4j.train.picture.PictureExamples;
import io.github.zsl4j.train.picture.PictureGenerator;
import io.github.zsl4j.train.picture.SmallPicture;
import java.util.List;

/**
 * The world of shapes as data for a generator: drawings of the seen combinations to train with, and the descriptions of the
 * held out ones to try it on.
 *
 * @param split which combinations are which
 * @param examples drawings of the seen ones
 * @param heldOut the embeddings of the descriptions of the others, in their order
 */
public record ShapesData(Split split, PictureExamples examples, EmbeddingMatrix heldOut) {

    /** Drawings of each seen combination that a generator does well with. */
    public static final int EACH = 50;

    /** 50 drawings of each of 144 combinations; see {@link #of(Encoder, int, long)}. */
    public static ShapesData of(Encoder<String> encoder, long seed) {
        return of(encoder, EACH, seed);
    }

    /**
     * Draws 144 combinations and holds 36 out.
     *
     * @param encoder of descriptions; not closed
     * @param each drawings of each combination, at least 1
     * @param seed of what is held out and of the drawings
     */
    public static ShapesData of(Encoder<String> encoder, int each, long seed) {
        Split split = Split.of(seed);
        EmbeddingMatrix texts = encode(encoder, split.seen());
        return new ShapesData(
                split, ShapesWorld.examples(split.seen(), texts, each, seed), encode(encoder, split.heldOut()));
    }

    private static EmbeddingMatrix encode(Encoder<String> encoder, List<Combination> combinations) {
        return encoder.encodeAll(combinations.stream().map(Combination::text).toList());
    }

    /**
     * Asks a generator for each held-out combination and compares what it draws.
     *
     * @param each pictures of each combination, at least 1
     */
    public Judgement judge(PictureGenerator generator, ShapeJudge judge, int each, long seed) {
        List<SmallPicture> drawn = generator.draw(heldOut, each, seed);
        return judge.judge(drawn, split.heldOut());
    }
}
