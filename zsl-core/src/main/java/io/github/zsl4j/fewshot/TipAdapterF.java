package io.github.zsl4j.fewshot;

import io.github.zsl4j.classify.Ranker;
import io.github.zsl4j.embedding.EmbeddingMatrix;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

/**
 * Tip-Adapter-F: a {@link TipAdapter} whose keys are fine-tuned, starting from the examples, by the cross-entropy of the
 * examples' labels. The trained keys w need not have length 1; they count exp(-β (1 - x.w)). The optimiser is AdamW with
 * PyTorch's moments and weight decay (0.9, 0.999, 0.01), ε = 1e-4 and a learning rate that falls to 0 along half a cosine,
 * as in the authors' code. Deterministic. Cost O(n² d) an epoch.
 *
 * <p>The authors train on fresh random crops of the examples in every epoch. Fixed embeddings are their own keys, so that the
 * loss is small from the start and little is learned: on Caltech-101 features training with the own keys changed nothing,
 * and without them it helped where the zero-shot classifier is weak. So an example's own key is left out of its logits
 * unless {@code ownKeys} is set.
 *
 * <p><b>References:</b> Zhang et al., "Tip-Adapter: Training-free Adaption of CLIP for Few-shot Classification", ECCV 2022;
 * Loshchilov and Hutter, "Decoupled Weight Decay Regularization", ICLR 2019.
 *
 * @param adapter α and β
 * @param descent how the keys are trained
 * @param ownKeys whether an example's own key takes part in its logits during training, as in the paper
 */
public record TipAdapterF(TipAdapter adapter, Descent descent, boolean ownKeys) {

    /**
     * Stochastic descent with mini-batches.
     *
     * @param epochs passes over the examples, at least 1 (paper: 20)
     * @param batch examples a step, at least 1 (paper: 256); with at least as many as there are examples, a step is an epoch
     * @param learningRate above 0 (paper: 0.001)
     * @param seed of the order of the examples
     */
    public record Descent(int epochs, int batch, double learningRate, long seed) {

        /** @throws IllegalArgumentException if a number is out of its range */
        public Descent {
            if (epochs < 1 || batch < 1) {
                throw new IllegalArgumentException(
                        "epochs and batch must be at least 1, not " + epochs + " and " + batch);
            }
            if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
                throw new IllegalArgumentException("learningRate must be above 0 and finite, not " + learningRate);
            }
        }

        /** The paper's: 20 epochs, batches of 256, a learning rate of 0.001. */
        public static Descent defaults() {
            return new Descent(20, 256, 0.001, 1);
        }
    }

    public TipAdapterF {
        Objects.requireNonNull(adapter, "adapter");
        Objects.requireNonNull(descent, "descent");
    }

    /** The paper's descent, without own keys. */
    public static TipAdapterF of(TipAdapter adapter) {
        return new TipAdapterF(adapter, Descent.defaults(), false);
    }

    /**
     * @param zeroShot ranks all classes of the support set, and maybe more; is not changed
     * @return a ranker of the same classes with the same calibration
     * @throws IllegalArgumentException if a class of the support set is not ranked, or the spaces differ
     */
    public Ranker fit(Ranker zeroShot, SupportSet support) {
        int[] classes = support.indicesAmong(zeroShot.labels());
        KeyLoss loss = new KeyLoss(adapter, zeroShot, support, ownKeys);
        double[] keys = train(loss);
        float[] floats = new float[keys.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) keys[i];
        }
        return adapter.ranker(zeroShot, EmbeddingMatrix.wrap(support.space(), floats), classes);
    }

    /** The trained keys [n, d]. */
    private double[] train(KeyLoss loss) {
        double[] keys = loss.start();
        double[] gradient = new double[keys.length];
        int[] order = new int[loss.examples()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int steps = (order.length - 1) / descent.batch + 1;
        AdamW adam = new AdamW(keys.length);
        Random random = new Random(descent.seed);
        for (int step = 0; step < descent.epochs * steps; step++) {
            int from = step % steps * descent.batch;
            if (from == 0) {
                shuffle(order, random);
            }
            int to = Math.min(order.length, from + descent.batch);
            loss.at(keys, Arrays.copyOfRange(order, from, to), gradient);
            double share = (double) step / (descent.epochs * steps);
            adam.step(keys, gradient, descent.learningRate * (1 + Math.cos(Math.PI * share)) / 2);
        }
        return keys;
    }

    /** Fisher and Yates's. */
    private static void shuffle(int[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
