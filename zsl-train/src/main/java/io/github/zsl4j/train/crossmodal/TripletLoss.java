package io.github.zsl4j.train.crossmodal;

import io.github.zsl4j.train.crossmodal.Triplet.Negatives;
import io.github.zsl4j.train.gradient.Graph;
import io.github.zsl4j.train.gradient.Variable;

/** The loss of {@link Triplet}. */
record TripletLoss(double margin, Negatives negatives) implements PairLoss {

    @Override
    public Variable of(Graph graph, Variable u, Variable v, Variable same) {
        Variable own = u.unitRows().scaled(v.unitRows()).rowSums();
        Variable cosines = PairLoss.cosines(u, v);
        Variable wrong = same.scaled(-1).plus(1);
        return oneWay(cosines, own, wrong).plus(oneWay(cosines.transposed(), own, wrong));
    }

    private Variable oneWay(Variable cosines, Variable own, Variable wrong) {
        Variable excess = cosines.minus(own).plus(margin).relu().scaled(wrong);
        return (negatives == Negatives.HARDEST ? excess.rowMaximum() : excess.rowSums()).mean();
    }
}
