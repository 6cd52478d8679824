/**
 * Matrices and the few operations on them that the closed forms are made of, with EJML or another backend; and the numbers of 16
 * bits that vectors and weights are stored in.
 */
package io.github.zsl4j.linalg;
