/**
 * Learning from a handful of pictures of each class, by training on many small tasks (episodes) of the kind that will come.
 * Prototypical networks are trained with PyTorch; MAML and Reptile have small networks and need no engine.
 */
package io.github.zsl4j.train.episode;
