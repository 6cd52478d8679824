/** Benchmarks: JMH for single steps, and the programs that side_by_side.py runs against their peers. */
package io.github.zsl4j.bench;
