package io.jenkins.plugins.authtokencleanup;

import hudson.util.Secret;
import java.io.IOException;
import java.io.Serializable;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.regex.Pattern;

/** The controller's proxy, in a form that works on an agent, too. */
final class ProxySettings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;
    private final String user;
    private final Secret password;
    private final List<Pattern> direct;

    /**
     * A proxy.
     *
     * @param host its host
     * @param port its port
     * @param user its user, null for none
     * @param password its user's password, null for none
     * @param direct hosts that are reached without it
     */
    ProxySettings(String host, int port, String user, Secret password, List<Pattern> direct) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.direct = direct;
    }

    HttpClient.Builder applyTo(HttpClient.Builder client) {
        HttpClient.Builder proxied = client.proxy(new Selector(this));
        return user == null || password == null ? proxied : proxied.authenticator(new ProxyLogin(this));
    }

    private List<Proxy> proxiesFor(URI uri) {
        String target = uri.getHost();
        boolean straight =
                direct.stream().anyMatch(pattern -> pattern.matcher(target).matches());
        return List.of(straight ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port)));
    }

    private static final class Selector extends ProxySelector {
        private final ProxySettings settings;

        Selector(ProxySettings settings) {
            this.settings = settings;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return settings.proxiesFor(uri);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException cause) {
            // The client reports it.
        }
    }

    private static final class ProxyLogin extends Authenticator {
        private final ProxySettings settings;

        ProxyLogin(ProxySettings settings) {
            this.settings = settings;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? new PasswordAuthentication(
                            settings.user, settings.password.getPlainText().toCharArray())
                    : null;
        }
    }
}
