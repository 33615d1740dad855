package io.jenkins.plugins.authtokencleanup.engine.iam.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds pages that nest tables and the like deeper than any real page. The parser's time grows with the square of that
 * depth, so a hostile page of two megabytes would keep it busy for many seconds.
 */
public final class HtmlNesting {
    private static final Pattern TAG = Pattern.compile("(?i)<(/?)(?:table|object|applet|marquee|template)\\b");
    private static final int DEEPEST = 200;

    private HtmlNesting() {}

    /**
     * Whether a page is not worth parsing.
     *
     * @param html the whole page
     * @return true if it nests too deeply
     */
    public static boolean isTooDeep(String html) {
        Matcher tag = TAG.matcher(html);
        int depth = 0;
        for (int at = html.indexOf('<'); at >= 0 && depth <= DEEPEST; at = html.indexOf('<', at + 1)) {
            if (tag.region(at, html.length()).lookingAt()) {
                depth = tag.group(1).isEmpty() ? depth + 1 : Math.max(0, depth - 1);
            }
        }
        return depth > DEEPEST;
    }
}
