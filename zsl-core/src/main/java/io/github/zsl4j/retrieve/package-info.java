/**
 * Collections of embeddings that are searched: the index, what it holds and finds, filters, queries of several parts, re-ranking
 * and explanations of hits. A picture finds texts and a text finds pictures as long as both are embedded in one space.
 */
package io.github.zsl4j.retrieve;
