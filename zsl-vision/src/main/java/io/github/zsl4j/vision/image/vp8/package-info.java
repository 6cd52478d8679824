/**
 * The picture inside a lossy WebP: a VP8 key frame (RFC 6386), decoded to the very pixels that libwebp makes of it.
 * {@code Vp8Frame} is the way in; it knows nothing of containers, alpha or animations.
 */
package io.github.zsl4j.vision.image.vp8;
