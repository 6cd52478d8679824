/**
 * A model's folder as the ecosystem writes it (Hugging Face, sentence-transformers, open_clip, timm): which file holds the
 * network, and what the configuration files say. Meaning is given to the configuration by the encoders.
 */
package io.github.zsl4j.engine.layout;
