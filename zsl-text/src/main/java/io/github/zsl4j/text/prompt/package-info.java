/**
 * Prompts: templates that put a class's name into a sentence, and prototypes as ensembles of such sentences, for models whose
 * text and image encoders share a space. Depends only on the library's core; works with any encoder of texts.
 *
 * <p><b>References:</b> Radford et al., "Learning transferable visual models from natural language supervision", ICML 2021,
 * section 3.1.4.
 */
package io.github.zsl4j.text.prompt;
