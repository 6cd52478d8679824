/**
 * Bilinear compatibility functions F(x, s) = xᵀ W s between features x and semantics s, learned so that the own class of a
 * picture comes before the others. The methods differ in how a class that comes too near, or before, counts.
 */
package io.github.zsl4j.train.compatibility;
