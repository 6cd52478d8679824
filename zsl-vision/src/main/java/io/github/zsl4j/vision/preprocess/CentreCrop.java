package io.github.zsl4j.vision.preprocess;

import java.util.Objects;

/**
 * What is cut from the middle of a resized picture. A picture that is smaller than the cut gets a margin. Immutable.
 *
 * @param size of the result
 * @param rounding of an offset that falls between two pixels
 * @param margin colour of the margin, 0xRRGGBB
 */
public record CentreCrop(Size size, Rounding rounding, int margin) {

    /** @throws IllegalArgumentException if {@code margin} is not a colour */
    public CentreCrop {
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(rounding, "rounding");
        if (margin < 0 || margin > 0xffffff) {
            throw new IllegalArgumentException("A margin's colour is 0 to 0xffffff, not " + margin);
        }
    }

    /** As Hugging Face's image processors cut, with a black margin. */
    public static CentreCrop of(Size size) {
        return new CentreCrop(size, Rounding.HUGGING_FACE, 0);
    }

    /** How libraries place a cut whose distance from both edges is not a whole number of pixels. */
    public enum Rounding {
        /** Half a pixel towards the top left; of an odd margin, the larger half is at the top and on the left. */
        HUGGING_FACE,
        /** To an even offset; of an odd margin, the larger half is at the bottom and on the right. */
        TORCHVISION;

        /** Where the cut begins along a side of the picture; negative if it begins in a margin. */
        int offset(int side, int cut) {
            if (this == HUGGING_FACE) {
                return Math.floorDiv(side - cut, 2);
            }
            return side < cut ? (side - cut) / 2 : (int) Math.rint((side - cut) / 2.0);
        }
    }
}
