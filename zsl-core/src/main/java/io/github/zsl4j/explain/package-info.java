/** Why a result is what it is, as plain values that programs and people can read. */
package io.github.zsl4j.explain;
