/**
 * Methods whose training is linear algebra: one record of options each, with the paper at the formula. All take the data
 * as it is; {@link io.github.zsl4j.align.ScaledTrainer} scales it first.
 */
package io.github.zsl4j.align.closedform;
