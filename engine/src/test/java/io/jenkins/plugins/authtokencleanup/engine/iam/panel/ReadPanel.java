package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.CsrfPair;
import io.jenkins.plugins.authtokencleanup.engine.iam.http.Redactor;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.AccessTimeReader;
import io.jenkins.plugins.authtokencleanup.engine.iam.time.DayMonthOrderDetector;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A page read as a panel, by itself. */
final class ReadPanel {
    private final Optional<Panel> panel;

    private ReadPanel(Optional<Panel> panel) {
        this.panel = panel;
    }

    static ReadPanel of(String page) throws CleanupException {
        return new ReadPanel(Panel.of(page, new Redactor()));
    }

    boolean found() {
        return panel.isPresent();
    }

    int rows() {
        return panel.orElseThrow().size();
    }

    boolean oneDescription() {
        return panel.orElseThrow().oneDescription();
    }

    List<String> columns() {
        return panel.orElseThrow().columns();
    }

    Optional<CsrfPair> csrf() {
        return panel.orElseThrow().csrf();
    }

    List<AuthToken> tokens(Instant now, ZoneId zone) {
        DayMonthOrderDetector order = new DayMonthOrderDetector();
        Panel shown = panel.orElseThrow();
        shown.addTo(order);
        return shown.tokens(new AccessTimeReader(now, zone), order.order(), !shown.marksAreRowNumbers());
    }
}
