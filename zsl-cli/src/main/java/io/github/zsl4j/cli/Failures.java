package io.github.zsl4j.cli;

import io.github.zsl4j.error.ZslException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one line and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Program program;

    Failures(Program program) {
        this.program = program;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        String suggestion = "";
        if (e instanceof UnmatchedArgumentException unmatched) {
            suggestion = String.join(", ", unmatched.getSuggestions());
        }
        String instead = suggestion.isEmpty() ? "" : " (did you mean " + suggestion + "?)";
        return usage(e.getCommandLine(), e.getMessage() + instead);
    }

    private int usage(CommandLine command, String message) {
        String name = command.getCommandSpec().qualifiedName();
        program.complain(Output.oneLine(message) + "; '" + name + " --help' explains");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof Output.Closed) {
            return ExitCode.OUTPUT_CLOSED;
        }
        if (e instanceof UsageException) {
            return usage(command, e.getMessage());
        }
        boolean verbose = parsed.expandedArgs().contains(Commands.VERBOSE);
        return failed(e, verbose);
    }

    int failed(Throwable e, boolean verbose) {
        if (e instanceof ZslException) {
            program.complain(e.getMessage());
            trace(e, verbose);
            return ExitCode.FAILED;
        }
        return bug(e, verbose);
    }

    private int bug(Throwable e, boolean verbose) {
        boolean memory = e instanceof OutOfMemoryError;
        String advice = memory
                ? "give Java more memory, as with ZSL_JAVA_OPTS=-Xmx4g"
                : "this is a fault of the program; " + Commands.VERBOSE + " shows where";
        program.complain(e + "; " + advice);
        trace(e, verbose);
        return memory ? ExitCode.FAILED : ExitCode.BUG;
    }

    private void trace(Throwable e, boolean verbose) {
        if (verbose) {
            e.printStackTrace(program.err());
        }
    }
}
