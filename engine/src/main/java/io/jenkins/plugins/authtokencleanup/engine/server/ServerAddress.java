package io.jenkins.plugins.authtokencleanup.engine.server;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where the server is: its origin and the prefix in front of {@code /iam}.
 *
 * @param base the address without a slash at its end
 */
public record ServerAddress(URI base) implements Serializable {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /**
     * Reads an address as users have it, maybe copied from a browser together with {@code /iam/u/h#…}.
     *
     * @param text the address
     * @param allowHttp whether the password may go unencrypted to a host that is not this machine
     * @return the address
     * @throws IllegalArgumentException if it is no http or https address, or plain http to another machine that is not
     *     allowed; the message says what to do
     */
    public static ServerAddress of(String text, boolean allowHttp) {
        URI uri = parse(text == null ? "" : text.strip());
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        int iam = (path + "/").indexOf("/iam/");
        String prefix = (iam < 0 ? path : path.substring(0, iam)).replaceAll("/+$", "");
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        // Two spellings of one server would be two to whatever compares addresses.
        boolean isUsualPort = uri.getPort() < 0 || uri.getPort() == usualPort(scheme);
        String port = isUsualPort ? "" : ":" + uri.getPort();
        ServerAddress address = new ServerAddress(URI.create(scheme + "://" + host + port + prefix));
        if (scheme.equals("http") && !allowHttp && !LOOPBACK.contains(host)) {
            throw new IllegalArgumentException("Use the address " + address
                    + ": plain http would send the password unencrypted to " + host
                    + ". Use an https address, or allow http explicitly if the network is trusted.");
        }
        return address;
    }

    private static URI parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "Not an address: " + e.getReason() + " at character " + (e.getIndex() + 1)
                            + ". Write it like https://analytics-server:8443",
                    e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException(
                    "The server's address must begin with https://, like https://analytics-server:8443");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The server's address must not hold a user name or password: use credentials for them");
        }
        if (uri.getHost() == null || uri.getPort() > 65_535 || uri.getPort() == 0) {
            throw new IllegalArgumentException(
                    "The server's address has no valid host and port. Write it like https://analytics-server:8443");
        }
        return uri;
    }

    /** An address below the prefix, for a path that begins with a slash. */
    public URI at(String path) {
        return URI.create(base + path);
    }

    /** Resolves a link of a page, and refuses it if it leads to another origin. */
    public URI resolve(URI page, String link, String tried) throws CleanupException {
        URI target;
        try {
            target = target(page, link);
        } catch (URISyntaxException e) {
            throw new CleanupException(
                    Problem.FOREIGN_ADDRESS, tried, "the server points to something that is no address");
        }
        if (!sameOrigin(target)) {
            throw new CleanupException(
                    Problem.FOREIGN_ADDRESS,
                    tried,
                    "the server points to " + origin(target) + ", which is not " + origin(base));
        }
        return withoutFragment(target);
    }

    /** Where a link of a page leads, as a browser understands it. */
    public static URI target(URI page, String link) throws URISyntaxException {
        String text = link.strip().replace(" ", "%20");
        if (text.isEmpty()) {
            return page;
        }
        // URI.resolve follows RFC 2396, which takes the page's name away from in front of a mere query.
        return page.resolve(new URI(text.startsWith("?") ? page.getRawPath() + text : text));
    }

    private static URI withoutFragment(URI target) {
        String text = target.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? target : URI.create(text.substring(0, hash));
    }

    private boolean sameOrigin(URI target) {
        return origin(base).equals(origin(target));
    }

    private static String origin(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return uri.getScheme() + ":";
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : usualPort(scheme);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
