package io.jenkins.plugins.authtokencleanup.cli;

import java.io.PrintStream;
import picocli.CommandLine.IFactory;
import picocli.CommandLine;

/** Gives commands the streams that they print to. */
final class CommandFactory implements IFactory {
    private final PrintStream out;
    private final PrintStream err;

    CommandFactory(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == ListCommand.class) {
            return type.cast(new ListCommand(out, err));
        }
        if (type == CleanCommand.class) {
            return type.cast(new CleanCommand(out, err));
        }
        if (type == DoctorCommand.class) {
            return type.cast(new DoctorCommand(out, err));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
