/**
 * Collections of pictures and of texts: indexing folders bit by bit, and searching them with pictures, texts, and both.
 */
package io.github.zsl4j.collection;
