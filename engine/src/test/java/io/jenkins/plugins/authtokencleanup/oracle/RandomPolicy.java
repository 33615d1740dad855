package io.jenkins.plugins.authtokencleanup.oracle;

import io.jenkins.plugins.authtokencleanup.engine.policy.CleanupPolicy;
import io.jenkins.plugins.authtokencleanup.engine.policy.NeverUsed;
import io.jenkins.plugins.authtokencleanup.engine.policy.ProtectPattern;
import io.jenkins.plugins.authtokencleanup.engine.policy.RemovalCap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** A policy, once as the engine and once as the oracle has it. */
public record RandomPolicy(CleanupPolicy policy, RemovalCap cap, Oracle.Rules rules) {

    private record Protection(String pattern, Predicate<Oracle.Token> meaning) {}

    private static final List<Protection> PROTECTIONS = List.of(
            new Protection("etl-*", token -> token.description().toLowerCase().startsWith("etl-")),
            new Protection(
                    "*EXPORT*", token -> token.description().toLowerCase().contains("export")),
            new Protection("backup", token -> token.description().equalsIgnoreCase("backup")),
            new Protection("gr?fana", token -> token.description().equalsIgnoreCase("grafana")),
            new Protection("crmapi", token -> token.scopes().contains("crmapi")),
            new Protection("regex:^Jenkins", token -> token.description().startsWith("Jenkins")),
            new Protection("regex:books", token -> token.scopes().contains("booksapi")),
            new Protection("no such token", token -> false));

    /**
     * A policy of a seed.
     *
     * @param capped whether it may have a cap
     */
    public static RandomPolicy of(Random random, boolean capped) {
        int days = random.nextInt(3) > 0 ? 30 : 1 + random.nextInt(400);
        boolean judge = random.nextBoolean();
        List<ProtectPattern> patterns = new ArrayList<>();
        List<Predicate<Oracle.Token>> meanings = new ArrayList<>();
        for (Protection protection : PROTECTIONS) {
            if (random.nextInt(8) == 0) {
                patterns.add(ProtectPattern.of(protection.pattern()));
                meanings.add(protection.meaning());
            }
        }
        int keepNewest = random.nextInt(3) == 0 ? random.nextInt(4) : 0;
        int cap = capped && random.nextInt(4) == 0 ? random.nextInt(40) : -1;
        int percent = capped && random.nextInt(4) == 0 ? random.nextInt(101) : -1;
        CleanupPolicy policy = new CleanupPolicy(days, judge ? NeverUsed.JUDGE : NeverUsed.KEEP, patterns, keepNewest);
        return new RandomPolicy(
                policy,
                new RemovalCap(cap < 0 ? null : cap, percent < 0 ? null : percent),
                new Oracle.Rules(days, judge, meanings, keepNewest, cap, percent));
    }

    /** The same rules where tokens never used are kept whatever the user says. */
    public Oracle.Rules keepingNeverUsed() {
        return new Oracle.Rules(
                rules.days(), false, rules.protections(), rules.keepNewest(), rules.cap(), rules.percent());
    }

    /** The same rules without {@code keepNewest}. */
    public Oracle.Rules anyOfADescription() {
        return new Oracle.Rules(
                rules.days(), rules.judgeNeverUsed(), rules.protections(), 0, rules.cap(), rules.percent());
    }

    /** The same with another age. */
    public RandomPolicy olderThan(int days) {
        return new RandomPolicy(
                new CleanupPolicy(days, policy.neverUsed(), policy.protect(), policy.keepNewest()),
                cap,
                new Oracle.Rules(
                        days,
                        rules.judgeNeverUsed(),
                        rules.protections(),
                        rules.keepNewest(),
                        rules.cap(),
                        rules.percent()));
    }
}
