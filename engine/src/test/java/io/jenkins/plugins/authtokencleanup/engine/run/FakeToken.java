package io.jenkins.plugins.authtokencleanup.engine.run;

import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.util.List;

/** A token as the fake server really has it. The id is known to the test only. */
record FakeToken(String id, String description, List<String> scopes, String mark, LastAccess created, LastAccess used) {

    static FakeToken named(String description) {
        return new FakeToken(description, description, List.of("reportsapi"), "", null, LastAccess.NEVER);
    }

    FakeToken id(String value) {
        return new FakeToken(value, description, scopes, mark, created, used);
    }

    FakeToken scopes(String... value) {
        return new FakeToken(id, description, List.of(value), mark, created, used);
    }

    FakeToken mark(String value) {
        return new FakeToken(id, description, scopes, value, created, used);
    }

    FakeToken created(Instant value) {
        return created(new LastAccess.At(value));
    }

    FakeToken created(LastAccess value) {
        return new FakeToken(id, description, scopes, mark, value, used);
    }

    FakeToken used(Instant value) {
        return used(new LastAccess.At(value));
    }

    FakeToken used(LastAccess value) {
        return new FakeToken(id, description, scopes, mark, created, value);
    }
}
