/** The library's own exceptions: what callers catch when a model or a picture, and not their code, is at fault. */
package io.github.zsl4j.error;
