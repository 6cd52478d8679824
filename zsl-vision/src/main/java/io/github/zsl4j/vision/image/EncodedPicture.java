package io.github.zsl4j.vision.image;

import java.io.IOException;

/** A picture of which the header has been read and the pixels have not. */
interface EncodedPicture {

    /** In pixels, as stored, before any turn; at least 1. */
    int width();

    /** In pixels, as stored, before any turn; at least 1. */
    int height();

    /** Heap needed at the peak of decoding, in bytes for every pixel. */
    int bytesPerPixel();

    /** How the stored picture must be turned to stand upright. */
    Orientation orientation();

    /** The pixels as stored, before any turn. */
    RgbImage pixels() throws IOException;
}
