/**
 * The front door: {@link io.github.zsl4j.ZeroShot#load()} gives a model, the model gives classifiers, a classifier ranks
 * labels for pictures. Everything here is made of the public types below it.
 */
package io.github.zsl4j;
