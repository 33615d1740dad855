package io.jenkins.plugins.authtokencleanup;

import hudson.ProxyConfiguration;
import hudson.Util;
import java.io.IOException;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The controller's proxy for an agent, without its user and password. {@link ProxyConfiguration} must not be sent: its
 * serialized form holds the password.
 */
final class ProxySettings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;
    private final List<Pattern> direct;

    private ProxySettings(String host, int port, List<Pattern> direct) {
        this.host = host;
        this.port = port;
        this.direct = direct;
    }

    /**
     * Leaves the credentials behind.
     *
     * @param proxy the controller's configuration, null for none
     * @return null if no proxy is configured
     */
    static ProxySettings of(ProxyConfiguration proxy) {
        return proxy == null || Util.fixEmpty(proxy.getName()) == null
                ? null
                : new ProxySettings(proxy.getName(), proxy.getPort(), List.copyOf(proxy.getNoProxyHostPatterns()));
    }

    /** Selects this proxy for all hosts but the exceptions. */
    ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                boolean straight = direct.stream()
                        .anyMatch(pattern -> pattern.matcher(uri.getHost()).matches());
                return List.of(
                        straight ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port)));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException cause) {
                // The client reports it.
            }
        };
    }
}
