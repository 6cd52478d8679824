package io.github.zsl4j.simd;

import io.github.zsl4j.embedding.BlockKernel;

/**
 * Targets in panels of two vectors' width, each an array [dimension][two vectors]; the last is filled up with zeros. An array for
 * each panel, and not one for all: C2 of Java 17 then proves that the kernels stay inside, and checks no index in their loops.
 */
final class Panels implements BlockKernel.Block {

    /** Targets of a panel. */
    static final int WIDTH = 2 * Lanes.COUNT;

    private final int width;
    private final float[][] panels;

    /** @param rows row-major [width, dimension] */
    Panels(float[] rows, int dimension) {
        this.width = rows.length / dimension;
        this.panels = new float[(width + WIDTH - 1) / WIDTH][dimension * WIDTH];
        for (int j = 0; j < width; j++) {
            float[] panel = panels[j / WIDTH];
            for (int x = 0; x < dimension; x++) {
                panel[x * WIDTH + j % WIDTH] = rows[j * dimension + x];
            }
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public float value(int target, int x) {
        return panels[target / WIDTH][x * WIDTH + target % WIDTH];
    }

    int count() {
        return panels.length;
    }

    float[] panel(int index) {
        return panels[index];
    }
}
