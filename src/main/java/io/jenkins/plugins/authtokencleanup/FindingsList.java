package io.jenkins.plugins.authtokencleanup;

import hudson.Util;
import io.jenkins.plugins.authtokencleanup.engine.iam.DoctorFinding;
import java.util.Locale;
import org.jenkins.ui.symbol.Symbol;
import org.jenkins.ui.symbol.SymbolRequest;

/**
 * The doctor's findings as a list in HTML: a mark and a word for each step, what was seen, and what to do. Safe to use
 * while the doctor is still at work in another thread.
 */
final class FindingsList {
    private final StringBuilder items = new StringBuilder();

    synchronized void add(DoctorFinding finding) {
        String status = label(finding.status());
        items.append("<li class=\"authtoken-finding authtoken-finding--")
                .append(finding.status().name().toLowerCase(Locale.ROOT))
                .append("\">")
                .append(mark(finding.status()))
                .append("<div><span class=\"jenkins-visually-hidden\">")
                .append(Util.escape(status))
                .append(": </span><strong>")
                .append(Util.escape(finding.step()))
                .append(":</strong> ")
                .append(Util.escape(finding.saw()));
        if (!finding.advice().isEmpty()) {
            items.append("<div class=\"authtoken-finding__advice\">")
                    .append(Util.escape(finding.advice()))
                    .append("</div>");
        }
        items.append("</div></li>");
    }

    /** What was added. Everything from the server is escaped. */
    synchronized String html() {
        return "<ul class=\"authtoken-findings\">" + items + "</ul>";
    }

    private static String label(DoctorFinding.Status status) {
        return switch (status) {
            case OK -> Messages.okStep();
            case WARNING -> Messages.warningStep();
            case PROBLEM -> Messages.problemStep();
        };
    }

    /** The marks of builds, which every user of Jenkins knows. */
    private static String mark(DoctorFinding.Status status) {
        String name =
                switch (status) {
                    case OK -> "status-blue";
                    case WARNING -> "status-yellow";
                    case PROBLEM -> "status-red";
                };
        return Symbol.get(new SymbolRequest.Builder()
                .withName(name)
                .withClasses("icon-sm")
                .build());
    }
}
