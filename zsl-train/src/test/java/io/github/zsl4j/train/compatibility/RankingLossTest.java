package io.github.zsl4j.train.compatibility;

import io.github.zsl4j.train.LossCheck;
import io.github.zsl4j.train.Reference;
import io.github.zsl4j.train.gradient.Pictures;
import org.junit.jupiter.api.Test;

/** Each control, with another margin or another way to count classes, gives another loss. */
class RankingLossTest {

    private static void check(String name, int maps, double margin, RankingLoss ranking) {
        LossCheck.check(name, new BilinearModel(new Pictures(Reference.training()), maps, margin, ranking));
    }

    @Test
    void isThatOfPyTorchForDevise() {
        check("devise", 1, 0.1, RankingLoss::sum);
    }

    @Test
    void isThatOfPyTorchForAle() {
        check("ale", 1, 1, RankingLoss::weightedByRank);
    }

    @Test
    void isThatOfPyTorchForSje() {
        check("sje", 1, 1, RankingLoss::maximum);
    }

    @Test
    void isThatOfPyTorchForLatEm() {
        check("latem", 3, 1, RankingLoss::sum);
    }
}
