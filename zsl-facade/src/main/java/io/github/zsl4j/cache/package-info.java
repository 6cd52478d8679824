/**
 * Prototypes kept for the next time: in memory, and on disk for the next start. What is kept is found by everything that
 * it was made of, so nothing stale is ever used.
 */
package io.github.zsl4j.cache;
