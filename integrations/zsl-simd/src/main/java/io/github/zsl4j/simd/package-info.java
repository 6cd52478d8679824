/**
 * The arithmetic of similarities with the JDK's Vector API (the incubating module {@code jdk.incubator.vector}). Classes that
 * name its types are touched only where the JVM was started with that module.
 */
package io.github.zsl4j.simd;
