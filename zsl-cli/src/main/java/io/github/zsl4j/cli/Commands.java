package io.github.zsl4j.cli;

import io.github.zsl4j.hub.ModelHub;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program's commands, and what they have in common. */
@Command(
        name = "zsl",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "Recognises in pictures what no one trained it on: name the classes, get them ranked.",
        scope = ScopeType.INHERIT,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 done; 1 a picture or the model could not be used; 2 wrong arguments.",
            "Everything happens on this machine: nothing is reported, and nothing is",
            "downloaded unless you ask for a model by name."
        })
final class Commands implements Runnable {

    static final String VERBOSE = "--verbose";

    @Spec
    private CommandSpec spec;

    @Option(names = VERBOSE, scope = ScopeType.INHERIT, hidden = true, description = "Show where a failure arose.")
    private boolean verbose;

    /** The version in the program's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Zsl.class.getPackage().getImplementationVersion();
            return new String[] {"zsl " + (version == null ? "(not packaged)" : version)};
        }
    }

    static CommandLine of(Program program, Failures failures) {
        CommandLine zsl = new CommandLine(new Commands())
                .addSubcommand(new ClassifyCommand(program))
                .addSubcommand(new ExplainCommand(program))
                .addSubcommand(new EmbedCommand(program))
                .addSubcommand(new EvaluateCommand(program))
                .addSubcommand(new TrainCommand(program))
                .addSubcommand(GenerateCommand.of(program))
                .addSubcommand(ModelsCommand.of(program, ModelHub::fromEnvironment));
        return zsl.setOut(new PrintWriter(program.out(), true))
                .setErr(new PrintWriter(program.err(), true))
                .setExpandAtFiles(false)
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(program.terminal().showsOutput() ? Ansi.AUTO : Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    @Override
    public void run() {
        throw new UsageException("Say what to do: classify, explain, embed, evaluate, train, generate or models");
    }
}
