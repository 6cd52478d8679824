package io.github.zsl4j.text;

import java.util.function.UnaryOperator;

/**
 * How a text becomes a vector with a network.
 *
 * @param cleaning what happens to the text before it is tokenised
 * @param maxTokens longest text in tokens, special tokens included
 * @param padding how a text fills its row of a batch
 * @param output which of the network's outputs is read, and how
 * @param head what the pooled vector goes through
 */
record TextRecipe(UnaryOperator<String> cleaning, int maxTokens, Padding padding, OutputChoice output, Head head) {}
