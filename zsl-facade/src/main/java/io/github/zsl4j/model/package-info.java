/** What a joint model is made of: an image side and a class side that share a space, and the card that describes it. */
package io.github.zsl4j.model;
