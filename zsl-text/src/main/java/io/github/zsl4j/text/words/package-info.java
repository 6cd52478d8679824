/**
 * Word vectors: readers of GloVe, word2vec and fastText files, and texts as means of their words' vectors. Depends only
 * on the library's core; no native code.
 */
package io.github.zsl4j.text.words;
