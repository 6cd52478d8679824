package io.github.zsl4j.train.episode;

/**
 * A small task. Its classes are numbered from 0 to ways - 1.
 *
 * @param classes what these numbers stand for in the data
 * @param support the labelled pictures, as rows of the features
 * @param supportLabels their classes, from 0 to ways - 1
 * @param queries the pictures to be classified, as rows of the features
 * @param queryLabels their classes, from 0 to ways - 1
 */
public record Episode(int[] classes, int[] support, int[] supportLabels, int[] queries, int[] queryLabels) {}
