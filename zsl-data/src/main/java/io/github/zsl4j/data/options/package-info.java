/** Options of methods, which are records, by name: read from text, and told for logs and files. */
package io.github.zsl4j.data.options;
