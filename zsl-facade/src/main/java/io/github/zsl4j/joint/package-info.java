/**
 * Joint models of two towers, CLIP and SigLIP above all: from a folder in the layouts of Hugging Face and open_clip, or
 * from encoders of one's own.
 */
package io.github.zsl4j.joint;
