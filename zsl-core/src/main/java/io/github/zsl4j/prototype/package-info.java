/** What a class is known by: its description, and the weighted vectors that stand for it in an embedding space. */
package io.github.zsl4j.prototype;
