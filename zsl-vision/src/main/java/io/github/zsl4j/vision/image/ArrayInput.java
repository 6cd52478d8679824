package io.github.zsl4j.vision.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Feeds a reader from an array: no copy, no cache, no temporary file.
 *
 * <p>A reader may go over the data many times, but not for ever: what it reads in all is bounded, so that a file that
 * sends its reader in circles ends in an exception.
 */
final class ArrayInput extends ImageInputStreamImpl {

    private static final long PASSES = 64;
    private static final long SLACK = 1 << 20;

    private final byte[] data;
    private long budget;

    ArrayInput(byte[] data) {
        this.data = data;
        this.budget = PASSES * data.length + SLACK;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        spend(1);
        return streamPos < data.length ? data[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        spend(1);
        if (streamPos >= data.length) {
            return -1;
        }
        int count = (int) Math.min(length, data.length - streamPos);
        spend(count);
        System.arraycopy(data, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return data.length;
    }

    private void spend(long count) throws IOException {
        budget -= count;
        if (budget < 0) {
            throw PictureFault.damaged("the data refers to itself in circles");
        }
    }
}
