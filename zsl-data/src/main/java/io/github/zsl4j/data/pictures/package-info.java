/** Benchmarks made of pictures: a folder for each class, encoded with any encoder of files. */
package io.github.zsl4j.data.pictures;
