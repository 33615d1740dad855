package io.jenkins.plugins.authtokencleanup.testserver;

import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import java.nio.charset.StandardCharsets;

/** The JSON page's answers that nobody should read to the end, or try to understand. */
final class JsonJunk {
    private static final String JSON = "application/json;charset=UTF-8";
    private static final int TOKENS = 4_000_000;
    private static final int TOKENS_AT_ONCE = 1_000;
    private static final int LEVELS = 100_000;

    private JsonJunk() {}

    /** The answer of this fault where the classic page's is a page without end, null for other faults. */
    static HttpReply of(Fault fault) {
        return switch (fault) {
            case MANY_CELLS -> manyTokens();
            case DEEP_NESTING -> deepNesting();
            default -> null;
        };
    }

    private static HttpReply manyTokens() {
        byte[] tokens = "{},".repeat(TOKENS_AT_ONCE).getBytes(StandardCharsets.US_ASCII);
        return HttpReply.streamed(JSON, out -> {
            out.write("{\"status_code\":200,\"User\":{\"authtokens\":{\"a\":[".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < TOKENS / TOKENS_AT_ONCE; i++) {
                out.write(tokens);
            }
            out.write("{}]}}}".getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static HttpReply deepNesting() {
        return HttpReply.json("{\"status_code\":200,\"User\":{\"authtokens\":" + "{\"a\":".repeat(LEVELS) + "{}"
                + "}".repeat(LEVELS) + "}}");
    }
}
