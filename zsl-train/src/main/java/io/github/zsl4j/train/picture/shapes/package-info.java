/**
 * A small world in which generation can be judged: drawn shapes of some colour, texture and size, their descriptions in
 * words, combinations that are held out, and a classifier of real drawings that says what a generated one shows.
 */
package io.github.zsl4j.train.picture.shapes;
