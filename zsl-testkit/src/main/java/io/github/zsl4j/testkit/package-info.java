/** Contract suites that every implementation of a core interface extends, and the reference data of the tests. */
package io.github.zsl4j.testkit;
