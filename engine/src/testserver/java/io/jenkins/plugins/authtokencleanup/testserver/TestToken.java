package io.jenkins.plugins.authtokencleanup.testserver;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An AuthToken on the server.
 *
 * @param id           the server's own name for it; never on any page
 * @param description  display name, any text
 * @param scopes       {@code service/scope}, for example {@code ZROP/reportsapi}
 * @param ipAddress    address it was made from
 * @param created      time of creation
 * @param lastAccessed null if it was never used
 */
public record TestToken(
        String id, String description, List<String> scopes, String ipAddress, Instant created, Instant lastAccessed) {

    private static final AtomicLong NEXT_ID = new AtomicLong(1);
    private static final Instant LONG_AGO = Instant.parse("2020-02-29T08:15:30Z");

    /** Copies the scopes. */
    public TestToken {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(description, "description");
        scopes = List.copyOf(scopes);
    }

    /** A token of the reports API with a fresh id, made long ago and never used. */
    public static TestToken named(String description) {
        return new TestToken(
                "token-" + NEXT_ID.getAndIncrement(),
                description,
                List.of("ZROP/reportsapi"),
                "10.0.0.17",
                LONG_AGO,
                null);
    }

    /** The same, last used this number of days of 24 hours before {@code now}. */
    public TestToken usedDaysAgo(long days, Instant now) {
        return usedAt(now.minus(Duration.ofDays(days)));
    }

    /** The same, last used so long before {@code now}. */
    public TestToken usedAgo(Duration age, Instant now) {
        return usedAt(now.minus(age));
    }

    /** The same, last used then; null for never. */
    public TestToken usedAt(Instant time) {
        return new TestToken(id, description, scopes, ipAddress, created, time);
    }

    /** The same, never used. */
    public TestToken neverUsed() {
        return usedAt(null);
    }

    /** The same, made then. */
    public TestToken createdAt(Instant time) {
        return new TestToken(id, description, scopes, ipAddress, time, lastAccessed);
    }

    /** The same with another id. */
    public TestToken withId(String otherId) {
        return new TestToken(otherId, description, scopes, ipAddress, created, lastAccessed);
    }

    /** The same with these scopes, {@code service/scope} each. */
    public TestToken withScopes(String... otherScopes) {
        return new TestToken(id, description, List.of(otherScopes), ipAddress, created, lastAccessed);
    }

    /** The same, made from another address. */
    public TestToken withIpAddress(String address) {
        return new TestToken(id, description, scopes, address, created, lastAccessed);
    }

    /** The token's own text, 32 characters that follow from the id: a secret. */
    public String clearText() {
        return clearTextOf(id);
    }

    static String clearTextOf(String id) {
        return UUID.nameUUIDFromBytes(("clear text of " + id).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
