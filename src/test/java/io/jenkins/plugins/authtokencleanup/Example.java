package io.jenkins.plugins.authtokencleanup;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import io.jenkins.plugins.authtokencleanup.testserver.AnalyticsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the examples: its blocks of code as they stand there, with the test server's address put in. */
final class Example {
    static final Path FOLDER = Path.of("docs", "examples");

    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CERTIFICATE = Pattern.compile("-----BEGIN.*?END CERTIFICATE-----\\n", Pattern.DOTALL);
    private static final Pattern ADDRESS =
            Pattern.compile("https://(analytics[a-z-]*|\\$\\{name})\\.example\\.com:8443");

    private final List<String> languages = new ArrayList<>();
    private final List<String> blocks = new ArrayList<>();

    private Example(String page) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(FOLDER.resolve(page + ".md")));
        while (block.find()) {
            languages.add(block.group(1));
            blocks.add(block.group(2));
        }
    }

    /** The examples of a page, named without its ending. */
    static Example of(String page) throws IOException {
        return new Example(page);
    }

    /** The languages of all blocks of code that name one, in the page's order. */
    List<String> languages() {
        return List.copyOf(languages);
    }

    /** A block, from 0, for a server. */
    String block(int number, AnalyticsServer server) {
        String addressed = ADDRESS.matcher(blocks.get(number)).replaceAll(Matcher.quoteReplacement(server.url()));
        return CERTIFICATE
                .matcher(addressed.replace("${ANALYTICS_PASSWORD}", Fixture.PASSWORD))
                .replaceAll(Matcher.quoteReplacement(server.certificatePem()));
    }

    /** A block that has nothing of a server. */
    String block(int number) {
        return blocks.get(number);
    }

    /** Credentials of the test server's account with another id. */
    static void addCredentials(String id) throws Exception {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, id, "the account", Fixture.ACCOUNT, Fixture.PASSWORD));
        provider.save();
    }
}
