package io.jenkins.plugins.authtokencleanup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageErrorTest extends CommandTest {
    /** Nothing listens there; a usage error comes first. */
    private static final String SERVER = "https://127.0.0.1:9";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            list   | --time-zone IST                    | --time-zone: IST is not a time zone
            list   | --timeout 0                        | --timeout must be 1 to 3600 seconds, not 0
            list   | --timeout soon                     | Invalid value for option '--timeout': 'soon' is not an int
            list   | --trust /no/such/file              | --trust: /no/such/file can't be read
            list   | --preview                          | Unknown option: --preview.
            list   | --password secret-word             | A password can't be given on the command line
            list   | --password=secret-word             | A password can't be given on the command line
            list   | -psecret-word                      | Unknown option: all but -h start with two dashes.
            list   | --pass=secret-word                 | Unknown option: --pass.
            list   | secret-word                        | Unexpected command or value
            list   | --password-env secret-word         | Error: --password-env=VAR, --password-file=FILE are mutually exclusive
            doctor | --older-than-days 30               | Unknown option: --older-than-days.
            clean  | --older-than-days 0                | Days must be 1 to 36500, not 0
            clean  | --older-than-days                  | Missing required parameter for option '--older-than-days'
            clean  | --never-used maybe                 | Invalid value for option '--never-used'
            clean  | --protect regex:(                  | Not a regular expression
            clean  | --protect regex:(?:(?:){2147483647}){2147483647}x | The regular expression repeats too much
            clean  | --keep-newest -1                   | The number of newest tokens to keep can't be negative
            clean  | --max-removals -1                  | The most removals a run may make can't be negative
            clean  | --max-removal-percent 101          | Percent must be 0 to 100, not 101
            clean  | --batch-size 0                     | The batch size must be 1 to 1000, not 0
            clean  | --approved-plan /no/such/plan.json | --approved-plan: /no/such/plan.json can't be read
            clean  | --report report.txt                | A report's name must end in .json, .csv or .html
            clean  | --report /no/such/report.json      | Write a report to /no/such/report.json: there is no such folder
            clean  | --server https://other             | option '--server' (URL) should be specified only once
            """)
    void a_wrong_option_is_explained_in_one_sentence(String command, String options, String message)
            throws IOException {
        assertUsageError(message, shell.run(command, SERVER, Arrays.asList(options.split(" "))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://analytics.example.com        | plain http would send the password unencrypted
            https://u:secret-word@example.com   | must not hold a user name or password
            ftp://example.com                   | must begin with https://
            analytics                           | must begin with https://
            """)
    void a_wrong_address_is_explained_in_one_sentence(String server, String message) throws IOException {
        Shell.Result result = shell.run("list", server, List.of());
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains(message), result.err());
        assertFalse(result.all().contains("secret-word"));
    }

    @Test
    void missing_options_are_named() {
        assertUsageError("Missing required options: '--server=URL', '--user=NAME'", Shell.run("clean"));
        assertUsageError("The command is missing: list, clean or doctor.", Shell.run());
        assertUsageError("Unexpected command or value.", Shell.run("secret-word"));
        assertUsageError(
                "The password is missing: name an environment variable that holds it (--password-env VAR), or a file",
                Shell.run("list", "--server", SERVER, "--user", "u"));
    }

    @Test
    void a_variable_that_is_not_set_is_not_repeated_as_it_could_be_the_password() {
        assertUsageError(
                "The environment variable that --password-env names is not set",
                Shell.run("list", "--server", SERVER, "--user", "u", "--password-env", "secret-word"));
    }

    @Test
    void a_password_file_that_is_missing_is_not_repeated_as_it_could_be_the_password() {
        assertUsageError(
                "The file that --password-file names can't be read as text in UTF-8",
                Shell.run("list", "--server", SERVER, "--user", "u", "--password-file", "secret-word"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\nsecret-word", "\uFEFF\n"})
    void a_password_file_with_an_empty_first_line_is_refused(String content) throws IOException {
        Path file = shell.passwordFile(content);
        assertUsageError(
                "The first line of the file that --password-file names is empty",
                Shell.run("list", "--server", SERVER, "--user", "u", "--password-file", file.toString()));
    }

    @Test
    void a_password_file_that_others_can_read_is_a_warning() throws IOException {
        List<String> arguments = shell.arguments("list", SERVER, List.of("--timeout", "2"));
        assertFalse(Shell.run(arguments.toArray(String[]::new)).err().contains("others can read"));

        Files.setPosixFilePermissions(
                Path.of(arguments.get(arguments.indexOf("--password-file") + 1)),
                PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(Shell.run(arguments.toArray(String[]::new)).err().contains("Warning: others can read"));
    }

    @Test
    void an_approved_plan_that_is_no_report_is_refused() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.json"), "{\"schema\":2}");
        assertUsageError(
                "Read a report: its schema is 2",
                shell.run("clean", SERVER, List.of("--approved-plan", plan.toString())));
    }

    @Test
    void a_trust_file_that_holds_no_certificate_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("trust.pem"), "nothing");
        assertUsageError("Not PEM text", shell.run("list", SERVER, List.of("--trust", file.toString())));
    }

    @Test
    void an_at_sign_does_not_read_arguments_from_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("more"), "--preview");
        assertUsageError("Unexpected command or value", shell.run("clean", SERVER, List.of("@" + file)));
    }

    @Test
    void help_and_version_are_not_errors() {
        for (String command : List.of("list", "clean", "doctor")) {
            assertEquals(Shell.run(command, "--help"), Shell.run(command, "-h"));
            Shell.Result help = Shell.run(command, "--help");
            assertEquals(0, help.exitCode());
            assertTrue(help.out().contains("130   interrupted"), help.out());
            assertTrue(help.out().contains("--password-env"), help.out());
            assertEquals("", help.err());
        }
        assertEquals(0, Shell.run("--help").exitCode());
        Shell.Result version = Shell.run("--version");
        assertEquals(0, version.exitCode());
        assertTrue(version.out().startsWith("authtoken-cleanup "), version.out());
    }

    private static void assertUsageError(String message, Shell.Result result) {
        assertEquals(2, result.exitCode(), result.all());
        assertTrue(result.err().startsWith(message), result.err());
        assertEquals(2, result.err().lines().count(), "the message, and where help is");
        assertEquals("", result.out());
        assertFalse(result.all().contains("secret-word"), "what may be a password is not repeated");
    }
}
