/**
 * The embedded default: a joint model that synthesises the prototype of any label from its meaning. The image network's
 * feature space is the shared space; docs/default-model.md gives the algorithm.
 */
package io.github.zsl4j.embedded;
