/** An index of embeddings on disk, on Apache Lucene: approximate search in HNSW graphs, commits that survive a crash. */
package io.github.zsl4j.lucene;
