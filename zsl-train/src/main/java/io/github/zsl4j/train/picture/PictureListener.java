package io.github.zsl4j.train.picture;

import java.util.Map;

/** Told how training goes, on the thread that trains. An exception that it throws ends the training. */
@FunctionalInterface
public interface PictureListener {

    /** Called after each epoch, when its checkpoint, if there is one, has been written. */
    void epochEnded(Progress progress);

    /**
     * How far training has come.
     *
     * @param epoch that ended, from 1
     * @param epochs of the training
     * @param losses by name, each the mean over the epoch's steps: {@code reconstruction} and {@code divergence} of an
     *     autoencoder, {@code discriminator} and {@code generator} of an adversarial network
     * @param spread how much what is drawn differs from text to text and from one drawing to the next, as a part of how
     *     much the training pictures do; near 0 if the generator has collapsed, near 1 at best
     * @param generator what has been learned so far; draw samples with it
     */
    record Progress(int epoch, int epochs, Map<String, Double> losses, double spread, PictureGenerator generator) {

        public Progress {
            losses = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(losses));
        }
    }
}
