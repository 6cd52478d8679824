/**
 * Models of the Hugging Face hub: {@link io.github.zsl4j.hub.ModelHub} downloads what this library needs of a repository,
 * verified and resumable, into the cache that Python's {@code huggingface_hub} uses too. Nothing here sends a request
 * before a model of the hub is asked for by name.
 */
package io.github.zsl4j.hub;
