/**
 * The {@code zsl} program. {@link io.github.zsl4j.cli.Zsl} starts it; a command reads its arguments, loads the model and
 * hands each result to a {@link io.github.zsl4j.cli.Sink} as soon as it is known.
 */
package io.github.zsl4j.cli;
