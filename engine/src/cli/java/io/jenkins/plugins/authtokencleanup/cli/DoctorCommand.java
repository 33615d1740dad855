package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.error.ExitCode;
import io.jenkins.plugins.authtokencleanup.engine.iam.Doctor;
import io.jenkins.plugins.authtokencleanup.engine.iam.DoctorFinding;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks at all that a cleanup needs, one by one. */
@Command(
        name = "doctor",
        description = {
            "Look at all that a cleanup needs, one by one, and say what is seen and what to do.",
            "That is address, TLS, clock, login page, sign-in, the AuthTokens page, its columns and its dates."
                    + " It signs in once and changes nothing."
        })
final class DoctorCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private ConnectionOptions connection;

    @Mixin
    private CommonHelp help;

    DoctorCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        Doctor doctor = new Doctor(connection.connection(err), Clock.systemUTC(), this::show);
        try {
            return doctor.examine().number();
        } catch (InterruptedException e) {
            err.println("Interrupted. Nothing was changed.");
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.number();
        }
    }

    private void show(DoctorFinding finding) {
        String status = finding.status().name().toLowerCase(Locale.ROOT);
        out.println(SafeText.of(String.format("%-8s %-16s %s", status, finding.step(), finding.saw())));
        if (!finding.advice().isEmpty()) {
            out.println(SafeText.of(String.format("%-8s %-16s -> %s", "", "", finding.advice())));
        }
    }
}
