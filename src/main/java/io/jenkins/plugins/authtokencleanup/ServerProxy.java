package io.jenkins.plugins.authtokencleanup;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ProxyConfiguration;
import hudson.Util;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;

/**
 * What the controller's proxy settings say about one server, for an agent. {@link ProxyConfiguration} must not be sent:
 * its serialized form holds the proxy's password.
 *
 * @param address the proxy, null if the server is reached directly
 */
record ServerProxy(@CheckForNull InetSocketAddress address) implements Serializable {
    /** Null if no proxy is configured. */
    @CheckForNull
    static ServerProxy of(@CheckForNull ProxyConfiguration configuration, String host) {
        if (configuration == null || Util.fixEmpty(configuration.getName()) == null) {
            return null;
        }
        Proxy proxy = configuration.createProxy(host);
        // The agent resolves the name.
        return new ServerProxy(
                proxy.equals(Proxy.NO_PROXY)
                        ? null
                        : InetSocketAddress.createUnresolved(configuration.getName(), configuration.getPort()));
    }

    ProxySelector selector() {
        return ProxySelector.of(address);
    }
}
