package io.github.zsl4j.train.projection;

import io.github.zsl4j.embedding.Similarity;
import io.github.zsl4j.train.gradient.Variable;

/** How far the image of a picture is from that of its class; also how the two are compared after training. */
public enum ProjectionLoss {
    /** |u - v|^2 / e, the mean over the e components; classes are ranked by the distance. */
    MEAN_SQUARED_ERROR(Similarity.NEGATIVE_SQUARED_EUCLIDEAN) {
        @Override
        public Variable matching(Variable u, Variable v) {
            return u.minus(v).squared().mean();
        }

        @Override
        Variable pairs(Variable cosines, Variable own) {
            Variable errors = cosines.minus(own).squared();
            return halves(errors, own);
        }
    },
    /** 1 - cos(u, v); classes are ranked by the cosine. */
    COSINE(Similarity.COSINE) {
        @Override
        public Variable matching(Variable u, Variable v) {
            return u.unitRows()
                    .scaled(v.unitRows())
                    .rowSums()
                    .scaled(-1)
                    .plus(1)
                    .mean();
        }

        @Override
        Variable pairs(Variable cosines, Variable own) {
            Variable away = own.minus(cosines).scaled(own);
            Variable near = cosines.relu().scaled(others(own));
            return halves(away.plus(near), own);
        }
    };

    private final Similarity similarity;

    ProjectionLoss(Similarity similarity) {
        this.similarity = similarity;
    }

    /** How a picture and a class are compared after training. */
    public Similarity similarity() {
        return similarity;
    }

    /**
     * The mean over pictures of the loss of each and its own class, a number.
     *
     * @param u what becomes of pictures [b, e]
     * @param v what becomes of the class of each [b, e]
     */
    public abstract Variable matching(Variable u, Variable v);

    /**
     * The loss of pictures and all classes, of which those that are not a picture's own are to be at a right angle.
     *
     * @param cosines [b, c]
     * @param own 1 for a picture's own class, else 0 [b, c]
     */
    abstract Variable pairs(Variable cosines, Variable own);

    private static Variable others(Variable own) {
        return own.scaled(-1).plus(1);
    }

    /** The mean of the own class and the mean of the others, added. */
    private static Variable halves(Variable errors, Variable own) {
        Variable mine = errors.scaled(own).rowSums();
        Variable theirs = errors.scaled(others(own)).rowSums().scaled(1.0 / (own.columns() - 1));
        return mine.plus(theirs).mean();
    }
}
