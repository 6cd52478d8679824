/** From a decoded picture to a network's input: Pillow's resampling, crops and scaling of values. */
package io.github.zsl4j.vision.preprocess;
