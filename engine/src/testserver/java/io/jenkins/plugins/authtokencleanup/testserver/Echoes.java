package io.jenkins.plugins.authtokencleanup.testserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.authtokencleanup.testserver.http.Form;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpReply;
import io.jenkins.plugins.authtokencleanup.testserver.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Puts the secrets that clients have sent into every answer that has a text; see {@link Echo}. */
final class Echoes {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SHORTEST = 8;

    private final ServerSettings settings;
    private boolean passwordSent;

    Echoes(ServerSettings settings) {
        this.settings = settings;
    }

    /** The same answer with what this request, and the sign-in before it, had in it. */
    HttpReply into(HttpReply reply, HttpRequest request, RequestKind kind) {
        passwordSent |= kind == RequestKind.LOGIN;
        if (settings.echo == null || !reply.isText()) {
            return reply;
        }
        String said = sent(request).stream().map(settings.echo::of).collect(Collectors.joining(" "));
        String text = new String(reply.bytes(), StandardCharsets.UTF_8);
        return reply.withBytes(echoed(text, "You sent " + said).getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> sent(HttpRequest request) {
        Set<String> sent = new LinkedHashSet<>(request.cookies().values());
        Form form = Form.parse(request.bodyText());
        sent.add(String.valueOf(form.get(settings.csrfParameterName)));
        sent.addAll(List.of(String.valueOf(form.get("authtokens")).split(",")));
        sent.addAll(JsonRemovalPath.handles(request.path().substring(settings.prefix.length())));
        sent.removeIf(secret -> secret.length() < SHORTEST);
        if (passwordSent) {
            sent.add(settings.password);
        }
        return sent;
    }

    private static String echoed(String text, String said) {
        String start = text.stripLeading();
        if (start.startsWith("{")) {
            return inJson(text, said);
        }
        if (start.startsWith("<")) {
            String inHeader = text.replaceFirst("</th>", Matcher.quoteReplacement(" " + said + "</th>"));
            return inHeader.contains("<h1>")
                    ? inHeader.replace("<h1>", "<h1>" + said + " ")
                    : "<p>" + said + "</p>" + inHeader;
        }
        int argument = text.indexOf("('");
        return argument >= 0 && start.startsWith("show") && !start.startsWith("showsuccess")
                ? text.substring(0, argument + 2) + Markup.script(said) + text.substring(argument + 2)
                : text.strip() + " " + said;
    }

    private static String inJson(String text, String said) {
        try {
            ObjectNode json = (ObjectNode) MAPPER.readTree(text);
            json.put("message", json.path("message").asText() + said);
            json.put("localized_message", json.path("localized_message").asText() + said);
            if (json.path("errors").path(0) instanceof ObjectNode error) {
                error.put("message", error.path("message").asText() + said);
            }
            return json.toString();
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
