/**
 * From decoded pictures to the input of networks, pixel-exact with Pillow; read from the configuration files of
 * transformers, open_clip and timm, or composed by hand.
 */
package io.github.zsl4j.vision.preprocess;
