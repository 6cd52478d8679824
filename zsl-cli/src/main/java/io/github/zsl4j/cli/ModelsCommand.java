package io.github.zsl4j.cli;

import picocli.CommandLine.Command;

/** What models there are; a parent of commands. */
@Command(name = "models", description = "About the models.")
final class ModelsCommand implements Runnable {

    @Override
    public void run() {
        throw new UsageException("Say what to do with the models: info");
    }
}
