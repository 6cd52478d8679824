package io.github.zsl4j.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of this processor. */
final class Lanes {

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Floats of a vector. */
    static final int COUNT = SPECIES.length();

    /** With fewer (SSE; Neon has as few) the plain kernel is as quick or quicker. */
    static final int FEWEST = 8;

    private Lanes() {}
}
