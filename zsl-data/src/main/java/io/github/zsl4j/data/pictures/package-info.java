/**
 * Data made of pictures: benchmarks of a folder for each class, pairs of pictures and captions, and encoders that keep on disk
 * what they have encoded.
 */
package io.github.zsl4j.data.pictures;
