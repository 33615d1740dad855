package io.jenkins.plugins.authtokencleanup.engine.iam.signin;

/** Account name and password. */
public final class Credentials {
    private final String account;
    private final String password;

    public Credentials(String account, String password) {
        if (account == null || account.isBlank()) {
            throw new IllegalArgumentException("The account's name is missing: give the one that you sign in with");
        }
        if (password == null || password.isEmpty()) {
            throw new IllegalArgumentException("The account's password is empty");
        }
        this.account = account;
        this.password = password;
    }

    String account() {
        return account;
    }

    String password() {
        return password;
    }

    @Override
    public String toString() {
        return account;
    }
}
