/**
 * The evaluation of zero-shot methods as the literature has it: options and the constant of calibrated stacking are chosen
 * on classes held out from the seen ones; test classes are looked at once, at the end.
 */
package io.github.zsl4j.protocol;
