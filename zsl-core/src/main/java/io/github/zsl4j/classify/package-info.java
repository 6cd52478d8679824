/** From scores to answers: prototypes ranked by similarity, and calibration of scores to probabilities. */
package io.github.zsl4j.classify;
