package io.jenkins.plugins.authtokencleanup;

import hudson.ProxyConfiguration;
import hudson.Util;
import java.util.ArrayList;
import jenkins.model.Jenkins;

/** Reads the proxy that is configured on the controller. */
final class ControllerProxy {
    private ControllerProxy() {}

    /**
     * The proxy settings.
     *
     * @return null if no proxy is configured
     */
    static ProxySettings current() {
        ProxyConfiguration proxy = Jenkins.get().getProxy();
        if (proxy == null || Util.fixEmpty(proxy.getName()) == null) {
            return null;
        }
        return new ProxySettings(
                proxy.getName(),
                proxy.getPort(),
                Util.fixEmpty(proxy.getUserName()),
                proxy.getSecretPassword(),
                new ArrayList<>(proxy.getNoProxyHostPatterns()));
    }
}
