/**
 * Text encoders: from strings through tokens and a network to vectors. Tokenizer and engine types stay inside.
 */
package io.github.zsl4j.text;
