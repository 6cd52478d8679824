package io.github.zsl4j.nd4j;

import io.github.zsl4j.linalg.LinearAlgebra;
import io.github.zsl4j.testkit.LinearAlgebraContract;

/** Every operation on the native library, however small. */
class Nd4jLinearAlgebraContractTest extends LinearAlgebraContract {

    private static final LinearAlgebra NATIVE = new Nd4jLinearAlgebra(new CheckedStart(() -> OpenBlas.start()), 0);

    @Override
    protected LinearAlgebra algebra() {
        return NATIVE;
    }
}
