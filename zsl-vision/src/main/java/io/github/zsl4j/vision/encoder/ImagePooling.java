package io.github.zsl4j.vision.encoder;

/** How what a network says about a picture becomes one vector. */
public enum ImagePooling {
    /** The network's own vector [n, d], or the mean over the places of a feature map [n, d, h, w]. */
    OUTPUT,
    /** The class token, the first of the tokens [n, t, d] of a Vision Transformer. */
    CLS,
    /** The mean of all tokens [n, t, d], special ones included. */
    MEAN,
    /** The mean of the tokens that stand for patches: all but class, distillation and register tokens. */
    MEAN_PATCHES
}
