/** Maps from one embedding space to another, and what learns them. */
package io.github.zsl4j.align;
