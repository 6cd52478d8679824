/**
 * Trained networks by the names of their tensors, on any engine: plain arrays go in and come out. Also reads and writes
 * the files that models are made of.
 */
package io.github.zsl4j.engine;
