package io.jenkins.plugins.authtokencleanup.engine.iam;

import io.jenkins.plugins.authtokencleanup.engine.TokenListing;
import io.jenkins.plugins.authtokencleanup.engine.error.UnknownPanelException;
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

    static ReadPanel of(String page) throws UnknownPanelException {
        return new ReadPanel(Panel.of(page, new Secrets()));
    }

    boolean found() {
        return panel.isPresent();
    }

    int rows() {
        return panel.orElseThrow().size();
    }

    List<String> columns() {
        return panel.orElseThrow().columns();
    }

    Optional<CsrfPair> csrf() {
        return panel.orElseThrow().csrf();
    }

    TokenListing listing(Instant now, ZoneId zone) {
        DateOrderEvidence evidence = new DateOrderEvidence();
        panel.orElseThrow().addTo(evidence);
        return panel.orElseThrow().listing(new AccessTimeReader(now, zone), evidence.order(), now);
    }
}
