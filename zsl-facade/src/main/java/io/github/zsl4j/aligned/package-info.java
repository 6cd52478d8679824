/** Joint models made of another model's networks and an alignment that was trained on their vectors. */
package io.github.zsl4j.aligned;
