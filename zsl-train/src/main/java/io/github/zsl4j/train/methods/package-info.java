/** The trained methods with the options that evaluations try. */
package io.github.zsl4j.train.methods;
