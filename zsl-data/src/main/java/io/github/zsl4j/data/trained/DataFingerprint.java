package io.github.zsl4j.data.trained;

import io.github.zsl4j.align.TrainingSet;
import io.github.zsl4j.data.npy.NpyArray;
import java.util.Objects;

/**
 * Tells whether two trainings saw the same data: SHA-256 of the arrays, in hexadecimal. In Python it is
 * {@code hashlib.sha256(a.astype('<f4').tobytes())}, with {@code '<i4'} for labels.
 *
 * @param features of the pictures that were trained with [n, d]
 * @param labels of these, rows of the semantics [n]
 * @param semantics of the classes that were trained with [c, a]
 */
public record DataFingerprint(String features, String labels, String semantics) {

    public DataFingerprint {
        Objects.requireNonNull(features, "features");
        Objects.requireNonNull(labels, "labels");
        Objects.requireNonNull(semantics, "semantics");
    }

    /** The fingerprint of a training set. */
    public static DataFingerprint of(TrainingSet examples) {
        return new DataFingerprint(
                NpyArray.of(examples.features().toArray()).sha256(),
                NpyArray.of(examples.labels()).sha256(),
                NpyArray.of(examples.semantics().toArray()).sha256());
    }
}
