package io.github.zsl4j.embedding;

/** Targets as columns [dimension][width], in loops over neighbouring targets which the JIT compiler vectorises. */
final class ColumnKernel implements BlockKernel {

    @Override
    public String name() {
        return "columns";
    }

    @Override
    public Block pack(float[] rows, int dimension) {
        int width = rows.length / dimension;
        float[][] columns = new float[dimension][width];
        for (int j = 0; j < width; j++) {
            for (int x = 0; x < dimension; x++) {
                columns[x][j] = rows[j * dimension + x];
            }
        }
        return new Columns(columns);
    }

    @Override
    public Sums products(float[] queries, int dimension) {
        return new ProductSums(queries, dimension);
    }

    @Override
    public Sums negativeSquaredDistances(float[] queries, int dimension) {
        return new DistanceSums(queries, dimension);
    }

    /** @param values [dimension][width] */
    record Columns(float[][] values) implements Block {

        @Override
        public int width() {
            return values[0].length;
        }

        @Override
        public float value(int target, int x) {
            return values[x][target];
        }
    }
}
