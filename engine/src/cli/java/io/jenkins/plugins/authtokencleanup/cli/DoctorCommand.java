package io.jenkins.plugins.authtokencleanup.cli;

import io.jenkins.plugins.authtokencleanup.engine.iam.Doctor;
import io.jenkins.plugins.authtokencleanup.engine.iam.DoctorFinding;
import io.jenkins.plugins.authtokencleanup.engine.report.format.SafeText;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks one by one what a cleanup needs. */
@Command(
        name = "doctor",
        description = {
            "Check one by one what a cleanup needs, and advise on each problem.",
            "Checks the address, TLS, clock, login page, sign-in, the AuthTokens page, its columns and its dates."
                    + " Signs in once and changes nothing."
        })
final class DoctorCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Mixin
    private ConnectionOptions connection;

    DoctorCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new Doctor(connection.connection(err), Clock.systemUTC(), this::show)
                .examine()
                .number();
    }

    private void show(DoctorFinding finding) {
        String status = finding.status().name().toLowerCase(Locale.ROOT);
        out.println(SafeText.of(String.format("%-8s %-16s %s", status, finding.step(), finding.saw())));
        if (!finding.advice().isEmpty()) {
            out.println(SafeText.of(String.format("%-8s %-16s -> %s", "", "", finding.advice())));
        }
    }
}
