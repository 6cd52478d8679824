/** Matrices and the few operations on them that the closed forms are made of, with EJML or another backend. */
package io.github.zsl4j.linalg;
