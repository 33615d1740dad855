package io.jenkins.plugins.authtokencleanup.demo;

import io.jenkins.plugins.authtokencleanup.testserver.TestToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** AuthTokens as people make and name them: some in use, some forgotten, some never used. */
final class DemoTokens {
    private static final String REPORTS = "ZROP/reportsapi";
    private static final String CRM = "ZohoCRM/crmapi";

    private DemoTokens() {}

    /** None is within two days of 30 days, so that a demonstration at any time of the day shows the same. */
    static List<TestToken> list(Instant now) {
        Account account = new Account(now);
        account.used(0, "etl-nightly", "crm-sync", "Grafana", "Jenkins: publish KPIs", "billing export");
        account.used(1, "Sales dashboard", "warehouse-loader", "ops & monitoring");
        account.used(6, "Weekly management report", "Power BI gateway");
        account.used(12, "support-tickets import", "Excel add-in (Maria)");
        account.used(26, "month-end closing", "inventory feed");
        account.used(33, "Excel add-in (Jonas)", "survey import", "backup-weekly");
        account.used(41, "etl-nightly", "marketing landing page", "trial of the Python client");
        account.used(64, "Jenkins: publish KPIs", "data migration 2");
        account.used(97, "intern's notebook", "backup-quarterly", "A/B test results");
        account.used(158, "old CRM bridge", "webshop prototype");
        account.used(243, "data migration 1", "load test", "hackathon team 3");
        account.used(388, "Sales dashboard (before the move)", "etl-nightly");
        account.used(611, "first experiments");
        account.neverUsed("spare for emergencies", "new BI tool");
        return account.tokens;
    }

    private static final class Account {
        private final List<TestToken> tokens = new ArrayList<>();
        private final Instant now;

        Account(Instant now) {
            this.now = now;
        }

        void used(int daysAgo, String... descriptions) {
            for (String description : descriptions) {
                Duration age = Duration.ofDays(daysAgo).plusSeconds(2_000 + 1_117L * tokens.size());
                add(description, token -> token.usedAgo(age, now));
            }
        }

        void neverUsed(String... descriptions) {
            for (String description : descriptions) {
                add(description, TestToken::neverUsed);
            }
        }

        private void add(String description, UnaryOperator<TestToken> use) {
            int number = tokens.size();
            TestToken token = TestToken.named(description)
                    .withId("demo-" + number)
                    .withScopes(number % 3 == 1 ? new String[] {REPORTS, CRM} : new String[] {REPORTS})
                    .withIpAddress("10.20." + number % 4 + "." + (11 + number))
                    .createdAt(now.minus(Duration.ofDays(650 + 9L * number)).minusSeconds(761L * number));
            tokens.add(use.apply(token));
        }
    }
}
