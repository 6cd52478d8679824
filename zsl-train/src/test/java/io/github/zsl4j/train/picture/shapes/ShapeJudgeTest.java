package io.github.zsl4j.train.picture.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.zsl4j.train.picture.SmallPicture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A judge trained so briefly that it knows little more than colours and sizes. */
class ShapeJudgeTest {

    private static final List<Combination> ALL = Combination.all();
    private static final ShapeJudge JUDGE = ShapeJudge.train(6, 2, 1);

    @Test
    void readsRealDrawingsBetterThanChance() {
        Judgement judgement = JUDGE.judge(ShapesWorld.draw(ALL, 1, 99), ALL);
        assertThat(judgement.pictures()).isEqualTo(180);
        assertThat(judgement.attributes().get(1)).isGreaterThan(0.6);
        assertThat(judgement.attributes().get(3)).isGreaterThan(0.8);
        assertThat(judgement.right())
                .isGreaterThan(0.06)
                .isLessThanOrEqualTo(judgement.attributes().get(0));
    }

    /** Control: of drawings of something else it does not say that they are right. */
    @Test
    void findsOtherDrawingsWrong() {
        List<Combination> others = new ArrayList<>(ALL);
        Collections.shuffle(others, new Random(1));
        assertThat(JUDGE.judge(ShapesWorld.draw(others, 1, 99), ALL).right()).isLessThan(0.03);
    }

    @Test
    void refusesWhatItCannotJudge() {
        assertThatThrownBy(() -> JUDGE.read(SmallPicture.of(1, new byte[3]))).hasMessageContaining("32");
        assertThatThrownBy(() -> JUDGE.judge(ShapesWorld.draw(ALL.subList(0, 3), 1, 1), ALL.subList(0, 2)))
                .hasMessageContaining("3 pictures");
    }
}
