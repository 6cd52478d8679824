package io.github.zsl4j.cli;

import io.github.zsl4j.hub.ModelHub;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What models there are; a parent of commands. */
@Command(name = "models", description = "About the models: download them, list, check and describe them.")
final class ModelsCommand implements Runnable {

    /** @param hub opened by the commands that need it */
    static CommandLine of(Program program, Supplier<ModelHub> hub) {
        return new CommandLine(new ModelsCommand())
                .addSubcommand(new ModelsPullCommand(program, hub))
                .addSubcommand(new ModelsListCommand(program, hub))
                .addSubcommand(new ModelsVerifyCommand(program, hub))
                .addSubcommand(new ModelsInfoCommand(program, hub));
    }

    @Override
    public void run() {
        throw new UsageException("Say what to do with the models: pull, list, verify or info");
    }
}
