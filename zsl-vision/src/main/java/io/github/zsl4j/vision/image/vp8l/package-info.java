/**
 * WebP's lossless coding (the specification "WebP Lossless Bitstream"), which serves whole pictures and the alpha of
 * lossy ones. {@code Vp8lStream} is the way in; it knows nothing of containers or animations.
 */
package io.github.zsl4j.vision.image.vp8l;
