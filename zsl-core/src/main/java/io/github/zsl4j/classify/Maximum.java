package io.github.zsl4j.classify;

/** What a ranking says of its best label. */
enum Maximum implements Confidence {
    PROBABILITY {
        @Override
        public double of(Ranking ranking) {
            return ranking.best().probability();
        }
    },
    SCORE {
        @Override
        public double of(Ranking ranking) {
            return ranking.best().score();
        }
    }
}
