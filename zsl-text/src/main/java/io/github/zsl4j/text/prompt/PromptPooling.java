package io.github.zsl4j.text.prompt;

/** What becomes of a class's name and its further descriptions. */
public enum PromptPooling {
    /** One prototype: their weighted mean, scaled to length 1. */
    MEAN,

    /** A weighted prototype each, so that a picture need resemble only one of them: the class's score is a log-sum-exp. */
    LOG_SUM_EXP
}
