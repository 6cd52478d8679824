/**
 * Pictures: where they come from, their pixels, and the decoder that turns the one into the other exactly as Pillow
 * does, without native code of its own and with limits that hold for hostile files.
 */
package io.github.zsl4j.vision.image;
