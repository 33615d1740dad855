package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scopes as the JSON page writes them, {@code scope (service)}, in the vendor's usual form {@code service/scope}. */
final class JsonScopes {
    private static final Pattern SCOPE = Pattern.compile("(.*\\S)\\s*\\(([^()]*)\\)");

    private JsonScopes() {}

    static List<String> of(String text) {
        List<String> scopes = new ArrayList<>();
        for (String part : text.split(",")) {
            Matcher scope = SCOPE.matcher(part.strip());
            String name = scope.matches() ? scope.group(2).strip() + "/" + scope.group(1) : part.strip();
            if (!name.isEmpty() && !scopes.contains(name)) {
                scopes.add(name);
            }
        }
        return scopes;
    }
}
