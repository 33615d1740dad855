package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;

/** Small pages with a heading and a sentence. */
final class Notices {
    private Notices() {}

    static HttpReply error(int status, String message) {
        return page(status, "Error", message, "");
    }

    static HttpReply page(int status, String title, String message, String moreMarkup) {
        return HttpReply.html(
                status,
                Template.of("notice.html")
                        .text("title", title)
                        .text("message", message)
                        .markup("more", moreMarkup)
                        .filled());
    }
}
