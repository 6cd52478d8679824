package io.github.zsl4j.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be generated of classes that nobody has seen; a parent of commands. */
@Command(name = "generate", description = "Generates samples of classes that nobody has seen.")
final class GenerateCommand implements Runnable {

    static CommandLine of(Program program) {
        return new CommandLine(new GenerateCommand())
                .addSubcommand(new GenerateFeaturesCommand(program))
                .addSubcommand(new GeneratePicturesCommand(program));
    }

    @Override
    public void run() {
        throw new UsageException("Say what to generate: features or pictures");
    }
}
