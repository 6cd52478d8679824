package io.github.zsl4j.testkit;

import io.github.zsl4j.linalg.LinearAlgebra;

class EjmlLinearAlgebraContractTest extends LinearAlgebraContract {

    @Override
    protected LinearAlgebra algebra() {
        return LinearAlgebra.plain();
    }
}
