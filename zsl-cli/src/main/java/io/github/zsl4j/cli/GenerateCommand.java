package io.github.zsl4j.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be generated; a parent of commands. */
@Command(name = "generate", description = "Generates samples of what nobody has seen, from texts.")
final class GenerateCommand implements Runnable {

    static CommandLine of(Program program) {
        return new CommandLine(new GenerateCommand()).addSubcommand(new GeneratePicturesCommand(program));
    }

    @Override
    public void run() {
        throw new UsageException("Say what to generate: pictures");
    }
}
