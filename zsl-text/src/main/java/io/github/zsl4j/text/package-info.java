/**
 * Text encoders: from strings through tokens and a network to vectors. Tokenizer and engine types stay inside.
 *
 * <p>A {@code TextFamily} reads a model's files and writes a {@code TextRecipe}; a {@code TextReader} and a
 * {@code TextTower} follow it.
 */
package io.github.zsl4j.text;
