package io.github.zsl4j.data.pictures;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.data.pictures.LabelledPictures.Broken;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import io.github.zsl4j.embedding.Encoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Encoded pairs of a picture and a caption.
 *
 * @param captions the n pairs whose pictures could be encoded
 * @param features of the picture of each pair [n, d]; a picture with several captions comes several times
 * @param texts of the c different captions, in the order of {@link Captions#texts} [c, a]
 * @param broken the files that could not be encoded
 */
public record CaptionedPictures(
        Captions captions, EmbeddingMatrix features, EmbeddingMatrix texts, List<Broken> broken) {

    public CaptionedPictures {
        broken = List.copyOf(broken);
    }

    static CaptionedPictures of(Captions kept, EncodedFiles encoded, Encoder<String> texts, List<Broken> broken) {
        EmbeddingMatrix semantics = texts.encodeAll(kept.texts());
        int n = kept.pairs().size();
        int d = encoded.space().dimension();
        float[] values = new float[Math.multiplyExact(n, d)];
        for (int i = 0; i < n; i++) {
            float[] vector = encoded.vectors().get(kept.pairs().get(i).picture());
            System.arraycopy(vector, 0, values, i * d, d);
        }
        return new CaptionedPictures(kept, EmbeddingMatrix.wrap(encoded.space(), values), semantics, broken);
    }

    /** The text of each pair, a row of {@link #texts} [n]. */
    public int[] labels() {
        Map<String, Integer> rows = new HashMap<>();
        captions.texts().forEach(text -> rows.put(text, rows.size()));
        return captions.pairs().stream()
                .mapToInt(pair -> rows.get(pair.caption()))
                .toArray();
    }

    /**
     * The pairs to train with: each caption is what the literature calls a class.
     *
     * @throws IllegalArgumentException if there are fewer than two captions, or all pictures are alike
     */
    public TrainingSet trainingSet() {
        return TrainingSet.of(features, labels(), texts);
    }
}
