/**
 * Lexical knowledge: the nouns of WordNet, and how a label is read with them. Depends only on the library's exceptions; no
 * native code.
 */
package io.github.zsl4j.text.lexicon;
