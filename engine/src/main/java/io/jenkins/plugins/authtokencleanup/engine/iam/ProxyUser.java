package io.jenkins.plugins.authtokencleanup.engine.iam;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.http.HttpClient;

/**
 * Signs in to this JVM's proxy with the system properties {@code http.proxyUser} and {@code http.proxyPassword}. Java
 * has properties for a proxy's address, but none for its user.
 */
public final class ProxyUser extends Authenticator {
    private static final String USER = "http.proxyUser";

    private ProxyUser() {}

    /**
     * A client with the proxy and the proxy's user of this JVM.
     *
     * @return a new builder
     */
    public static HttpClient.Builder client() {
        HttpClient.Builder client = HttpClient.newBuilder();
        return System.getProperty(USER) == null ? client : client.authenticator(new ProxyUser());
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY
                ? new PasswordAuthentication(
                        System.getProperty(USER, ""),
                        System.getProperty("http.proxyPassword", "").toCharArray())
                : null;
    }
}
