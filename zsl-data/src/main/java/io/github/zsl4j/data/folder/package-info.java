/** Benchmarks for zero-shot learning in folders, in the layouts that people have them in. */
package io.github.zsl4j.data.folder;
