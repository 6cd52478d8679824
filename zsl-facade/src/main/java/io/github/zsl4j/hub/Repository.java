package io.github.zsl4j.hub;

import java.util.List;

/**
 * A repository at one commit.
 *
 * @param commit 40 hexadecimal digits
 * @param files everything in it; names are as the server sends them, which may be hostile
 */
record Repository(String commit, List<String> files) {

    Repository {
        files = List.copyOf(files);
    }
}
