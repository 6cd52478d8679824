/**
 * Runs trained networks by the names of their tensors, on any DJL engine. Plain arrays go in and come out; no engine type
 * leaves this package. Also reads the files that models are made of.
 */
package io.github.zsl4j.engine;
