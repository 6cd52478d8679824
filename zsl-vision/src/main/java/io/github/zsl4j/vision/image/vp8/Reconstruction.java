package io.github.zsl4j.vision.image.vp8;

import java.io.EOFException;

/** Predicts a frame's macroblocks and adds what was coded of the difference. */
final class Reconstruction {

    private final FrameHeader header;
    private final Planes planes;
    private final EdgeMap edges;
    private final Modes modes;
    private final ResidualReader residuals;
    private final Transforms transforms = new Transforms();
    private final BlockPredictor lumaBlocks;
    private final SubblockPredictor lumaSubblocks;
    private final BlockPredictor[] chromaBlocks;

    /** Writes into the planes, and into the map what the loop filter needs to know. */
    Reconstruction(FrameHeader header, Planes planes, EdgeMap edges) {
        this.header = header;
        this.planes = planes;
        this.edges = edges;
        this.modes = new Modes(header);
        this.residuals = new ResidualReader(header);
        this.lumaBlocks = new BlockPredictor(planes.luma(), 16);
        this.lumaSubblocks = new SubblockPredictor(planes.luma());
        this.chromaBlocks =
                new BlockPredictor[] {new BlockPredictor(planes.blue(), 8), new BlockPredictor(planes.red(), 8)};
    }

    void run() throws EOFException {
        for (int row = 0; row < header.rows(); row++) {
            modes.startRow();
            residuals.startRow(row);
            for (int column = 0; column < header.columns(); column++) {
                macroblock(column, row);
            }
            planes.luma().extend(16 * row + 15);
            if (header.modes().exhausted() || header.coefficients(row).exhausted()) {
                throw new EOFException(String.format(
                        "the frame ends in row %,d of %,d, counted in macroblocks", row + 1, header.rows()));
            }
        }
    }

    private void macroblock(int column, int row) {
        modes.read(column);
        boolean residual = residuals.read(modes, column);
        edges.note(column, row, modes, residual);
        int at = planes.luma().at(16 * column, 16 * row);
        if (modes.subblocks()) {
            subblocks(at);
        } else {
            lumaBlocks.predict(modes.luma(), at, row > 0, column > 0);
            addLuma(at);
        }
        int chromaAt = planes.blue().at(8 * column, 8 * row);
        for (BlockPredictor predictor : chromaBlocks) {
            predictor.predict(modes.chroma(), chromaAt, row > 0, column > 0);
        }
        addChroma(planes.blue(), 16, chromaAt);
        addChroma(planes.red(), 20, chromaAt);
    }

    /** Below the first four, blocks at the right edge see what is above the macroblock, for nothing is beside them yet. */
    private void subblocks(int at) {
        Plane luma = planes.luma();
        int beyond = at - luma.stride + 16;
        for (int i = 0; i < 16; i++) {
            int block = at + i / 4 * 4 * luma.stride + i % 4 * 4;
            int right = i % 4 == 3 ? beyond : block - luma.stride + 4;
            lumaSubblocks.predict(modes.subblock(i), block, right);
            transforms.add(residuals.coefficients(), i, luma, block);
        }
    }

    private void addLuma(int at) {
        Plane luma = planes.luma();
        for (int i = 0; i < 16; i++) {
            transforms.add(residuals.coefficients(), i, luma, at + i / 4 * 4 * luma.stride + i % 4 * 4);
        }
    }

    private void addChroma(Plane plane, int block, int at) {
        for (int i = 0; i < 4; i++) {
            transforms.add(residuals.coefficients(), block + i, plane, at + i / 2 * 4 * plane.stride + i % 2 * 4);
        }
    }
}
