/**
 * ND4J at the edges of the library: embeddings to and from its arrays, and the closed forms' heavy operations on the
 * OpenBLAS that it carries. This is the only package in which ND4J's types are seen.
 */
package io.github.zsl4j.nd4j;
