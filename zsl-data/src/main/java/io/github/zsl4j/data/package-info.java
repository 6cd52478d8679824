/**
 * What goes wrong with files of data. The packages below read and write them: arrays of NumPy, benchmarks in folders, and
 * what training gives.
 */
package io.github.zsl4j.data;
