package io.jenkins.plugins.authtokencleanup.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.testserver.AccountsPage;
import java.io.BufferedReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeAccountTest {
    @ParameterizedTest
    @EnumSource(AccountsPage.class)
    @EnabledIfSystemProperty(named = "tests.full", matches = "true")
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void ten_thousand_tokens_are_cleaned_up_in_96_megabytes_to_the_last_one(AccountsPage page) throws Exception {
        Process server = LargeAccount.start(LargeAccount.Server.class, List.of("-Xmx512m"), page.name());
        try {
            BufferedReader serverSays = LargeAccount.output(server);
            String url = serverSays.readLine();
            Process client = LargeAccount.start(LargeAccount.Client.class, List.of("-Xmx96m"), url);
            List<String> clientSays = LargeAccount.output(client).lines().toList();
            clientSays.forEach(System.out::println);
            assertEquals(0, client.waitFor());
            assertTrue(clientSays.stream().anyMatch(line -> line.startsWith("DONE ") && line.contains("removed=40,")));
            server.getOutputStream().write('?');
            server.getOutputStream().flush();
            List<String> survivors = List.of(serverSays.readLine().split(" "));
            List<String> expected = IntStream.range(0, LargeAccount.TOKENS)
                    .filter(number -> !LargeAccount.unused(number))
                    .mapToObj(number -> "t" + number)
                    .toList();
            assertEquals(expected, survivors);
        } finally {
            server.destroy();
        }
    }
}
