/** Networks that turn pictures into vectors. */
package io.github.zsl4j.vision.encoder;
