package io.github.zsl4j.cli;

import io.github.zsl4j.error.ModelException;
import io.github.zsl4j.hub.CachedModel;
import io.github.zsl4j.hub.FileCheck;
import io.github.zsl4j.hub.ModelHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares downloaded files with their checksums. */
@Command(
        name = "verify",
        description =
                "Reads downloaded models through and compares every file with its checksum; exit code 1 if one differs.")
final class ModelsVerifyCommand implements Callable<Integer> {

    private final Program program;
    private final Supplier<ModelHub> hub;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The model: owner/name, or owner/name@revision (default: all).")
    private String name;

    ModelsVerifyCommand(Program program, Supplier<ModelHub> hub) {
        this.program = program;
        this.hub = hub;
    }

    @Override
    public Integer call() {
        ModelHub opened = hub.get();
        List<CachedModel> models = name == null ? opened.cached() : CacheLookup.named(opened, name);
        if (models.isEmpty()) {
            ModelsListCommand.complainOfNone(program, opened);
        }
        boolean good = true;
        for (CachedModel model : models) {
            good &= verify(opened, model);
        }
        return good ? ExitCode.OK : ExitCode.FAILED;
    }

    private boolean verify(ModelHub opened, CachedModel model) {
        List<FileCheck> checks = opened.verify(model);
        List<FileCheck> bad =
                checks.stream().filter(check -> check.result().isBad()).toList();
        long unknown = checks.stream()
                .filter(check -> check.result() == FileCheck.Result.UNKNOWN)
                .count();
        String title = model.repository() + "@" + ModelsListCommand.revision(model) + ": ";
        bad.forEach(check -> program.output()
                .text(title + Output.oneLine(check.file()) + " is "
                        + check.result().name().toLowerCase(Locale.ROOT) + advice(model, check) + "\n"));
        if (bad.isEmpty()) {
            String rest = unknown == 0 ? "" : ", " + unknown + " without a known checksum";
            program.output().text(title + (checks.size() - unknown) + " files are good" + rest + "\n");
        }
        return bad.isEmpty();
    }

    /** A file that is gone is fetched again by itself; a damaged one must go first. */
    private static String advice(CachedModel model, FileCheck check) {
        Path file = model.folder().resolve(check.file());
        if (!Files.exists(file)) {
            return "; pull the model again";
        }
        try {
            return "; remove " + Output.oneLine(file.toRealPath().toString()) + " and pull the model again";
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read (" + e + ")", e);
        }
    }
}
