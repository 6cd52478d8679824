package io.github.zsl4j.cli;

/** What the program tells its caller when it ends. */
final class ExitCode {

    static final int OK = 0;

    /** A picture, or the model, could not be used. */
    static final int FAILED = 1;

    /** Wrong arguments. */
    static final int USAGE = 2;

    /** A fault of the program's own. */
    static final int BUG = 70;

    /** Nobody reads the output any more; what a shell reports for other programs in that case. */
    static final int OUTPUT_CLOSED = 141;

    private ExitCode() {}
}
