/**
 * Vectors and where they live: a space, one vector or many of it, the encoders that make them and the similarities that
 * compare them. Depends on nothing else in the library.
 */
package io.github.zsl4j.embedding;
