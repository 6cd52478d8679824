/** Small complete programs, one idea each. */
package io.github.zsl4j.examples;
