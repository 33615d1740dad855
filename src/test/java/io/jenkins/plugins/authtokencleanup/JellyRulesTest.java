package io.jenkins.plugins.authtokencleanup;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that every view keeps, so that pages are safe under a content security policy and can be translated. */
class JellyRulesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    /** Jenkins' expressions; those that begin with a percent sign are texts. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");

    static Stream<Path> views() throws IOException {
        return files(".jelly");
    }

    static Stream<Path> helpFiles() throws IOException {
        return files(".html");
    }

    private static Stream<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(RESOURCES)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_view_escapes_by_default_and_has_no_script_style_or_handler_of_its_own(Path view) throws IOException {
        String source = Files.readString(view);
        Document document = Jsoup.parse(source, "", Parser.xmlParser());
        assertAll(
                () -> assertTrue(source.startsWith("<?jelly escape-by-default='true'?>\n"), "It does not escape"),
                () -> assertTrue(
                        document.select("script, style, j|out, j\\:out").isEmpty(), "script or style"),
                () -> assertFalse(source.contains("escapeText"), "It turns escaping off"),
                () -> assertFalse(source.contains("javascript:"), "A link is a script"),
                () -> assertFalse(source.contains("rawHtml"), "Raw HTML"));
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                assertFalse(name.startsWith("on"), element.tagName() + " has the handler " + name);
                assertFalse(name.equals("style"), element.tagName() + " has a style");
                assertFalse(name.equals("checkurl"), element.tagName() + " has a checkUrl");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_views_words_can_be_translated(Path view) throws IOException {
        if (view.equals(RESOURCES.resolve("index.jelly"))) {
            return; // The plugin's description is read by machines.
        }
        Document document = Jsoup.parse(Files.readString(view), "", Parser.xmlParser());
        for (Element element : document.getAllElements()) {
            assertNoWords(element.ownText(), element);
            for (String name : List.of("title", "tooltip", "aria-label", "placeholder", "alt", "description")) {
                assertNoWords(element.attr(name), element);
            }
        }
    }

    /** Apart from expressions there may be marks and abbreviations such as JSON. */
    private static void assertNoWords(String text, Element element) {
        String rest = EXPRESSION.matcher(text).replaceAll("").replaceAll("\\b[A-Z]{2,}\\b", "");
        assertFalse(rest.matches("(?s).*\\p{L}{2,}.*"), element.tagName() + " says: " + text);
    }

    /** What is given as an argument to a text is escaped; the text itself is not. */
    @ParameterizedTest
    @MethodSource("views")
    void no_text_is_made_of_an_expression(Path view) throws IOException {
        Matcher expressions = EXPRESSION.matcher(Files.readString(view));
        while (expressions.find()) {
            String expression = expressions.group(1);
            assertFalse(expression.startsWith("%") && expression.contains("<"), expression);
        }
    }

    @ParameterizedTest
    @MethodSource("helpFiles")
    void a_help_file_is_plain_markup(Path file) throws IOException {
        Document document = Jsoup.parseBodyFragment(Files.readString(file));
        assertTrue(document.select("script, style, iframe, form, img, [style]").isEmpty());
        document.select("a[href]").forEach(link -> assertTrue(link.attr("href").startsWith("https://")));
    }

    /** Stapler takes what is in parentheses at a text's end for arguments, and fails on others. */
    @ParameterizedTest
    @MethodSource("views")
    void a_text_without_arguments_has_no_parentheses(Path view) throws IOException {
        Matcher expressions = EXPRESSION.matcher(Files.readString(view));
        while (expressions.find()) {
            String expression = expressions.group(1);
            if (expression.startsWith("%") && expression.contains("(")) {
                assertTrue(expression.matches("%\\w+\\(.*\\)"), expression);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("helpFiles")
    void a_help_file_has_an_example(Path file) throws IOException {
        assertTrue(Jsoup.parseBodyFragment(Files.readString(file)).text().contains("Example: "));
    }

    @Test
    void every_field_of_the_form_has_a_help_file() throws IOException {
        Path folder = RESOURCES.resolve("io/jenkins/plugins/authtokencleanup/RemoveUnusedAuthTokensBuilder");
        Document form = Jsoup.parse(Files.readString(folder.resolve("config.jelly")), "", Parser.xmlParser());
        List<String> fields = form.select("f|entry").eachAttr("field");
        assertTrue(fields.size() > 10);
        fields.forEach(field -> assertTrue(Files.exists(folder.resolve("help-" + field + ".html")), field));
    }
}
