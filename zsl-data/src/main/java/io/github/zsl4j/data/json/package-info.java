/** JSON files whose values are asked for by name and type, with errors that name file and key. */
package io.github.zsl4j.data.json;
