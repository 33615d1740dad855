package io.jenkins.plugins.authtokencleanup.testserver;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a removal's address names after proxies and servers on the way have normalised it: path parameters dropped,
 * percent-encoding undone (by the worst of them more than once), empty and dot segments resolved; section 10.
 */
final class JsonRemovalPath {
    private static final String BASE = JsonTokenList.PATH + "/activeauthtokens";
    private static final List<String> BASE_SEGMENTS = List.of(BASE.substring(1).split("/"));
    private static final int WORST_DECODINGS = 3;

    private JsonRemovalPath() {}

    /** Whether this path, without the server's prefix, is that of a removal. */
    static boolean isRemoval(String path) {
        boolean asSent = path.startsWith(BASE)
                && (path.length() == BASE.length() || "/;%".indexOf(path.charAt(BASE.length())) >= 0);
        return asSent || isBelowBase(segments(path, 1));
    }

    /** The same for an address with whatever prefix, and a query. */
    static boolean namesNoHandle(String target) {
        String whole = target.split("\\?", 2)[0];
        int start = whole.indexOf("/iam/");
        String path = start < 0 ? whole : whole.substring(start);
        return isRemoval(path) && handles(path).isEmpty();
    }

    /** The handles that are named. None of them means all tokens. */
    static List<String> handles(String path) {
        return named(segments(path, WORST_DECODINGS)).isEmpty() ? List.of() : named(segments(path, 1));
    }

    private static List<String> named(List<String> segments) {
        if (!isBelowBase(segments)) {
            return List.of();
        }
        String rest = String.join("/", segments.subList(BASE_SEGMENTS.size(), segments.size()));
        return Arrays.stream(rest.split(","))
                .filter(handle -> !handle.isBlank())
                .toList();
    }

    private static boolean isBelowBase(List<String> segments) {
        return segments.size() >= BASE_SEGMENTS.size()
                && segments.subList(0, BASE_SEGMENTS.size()).equals(BASE_SEGMENTS);
    }

    private static List<String> segments(String path, int decodings) {
        String text = withoutParameters(path);
        for (int i = 0; i < decodings; i++) {
            text = decoded(text);
            text = i > 0 ? withoutParameters(text) : text;
        }
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("/")) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!segment.isBlank() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static String withoutParameters(String path) {
        return path.replaceAll(";[^/]*", "");
    }

    /** Plus signs stay, and so does what is no proper escape. */
    private static String decoded(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
            if (low >= 0) {
                plain.write(high * 16 + low);
                i += 2;
            } else {
                plain.write(bytes[i]);
            }
        }
        return plain.toString(StandardCharsets.UTF_8);
    }
}
