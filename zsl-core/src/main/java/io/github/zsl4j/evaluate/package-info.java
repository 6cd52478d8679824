/**
 * How good answers are, as numbers: accuracies, calibration error, and how well known is told from unknown. Works on plain
 * arrays of scores and class indices; depends on nothing else in the library.
 */
package io.github.zsl4j.evaluate;
