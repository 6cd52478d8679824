/** What training gives, kept in a file: the alignment, where it comes from, the classes, and how its scores are read. */
package io.github.zsl4j.data.trained;
