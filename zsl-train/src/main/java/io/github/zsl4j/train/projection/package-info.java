/** Networks that carry features to semantics, semantics to features, or both into a space of their own. */
package io.github.zsl4j.train.projection;
