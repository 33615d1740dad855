package io.jenkins.plugins.authtokencleanup.engine.iam;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the token table began and ended is told by the markup itself, whatever is around it. */
class PanelMarkupTest {
    private static final String TABLE = "<table id=apitokenstbl><tr><td>x</td></tr></table>";

    private static PanelMarkup watched(String page) throws IOException {
        PanelText text = new PanelText(new StringReader(page), new KnownRows());
        text.transferTo(Writer.nullWriter());
        return text.markup();
    }

    private static boolean complete(String page) throws IOException {
        return watched(page).complete();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a < b ",
                "<",
                "a <= \"b ",
                "<p don't>",
                "<p title=\"don't\">",
                "<p title='a > b'>",
                "<!-- don't = \" -->",
                "<!---->",
                "<!-- a > b -- > -->",
                "<!-- <p title=\" -->",
                "<script>if (a<b) x='it\"';</script>",
                "<style>a>b{content:'\"'}</style>",
                "<table><tr><td>another</td></tr></table>"
            })
    void what_stands_before_the_table_does_not_hide_it(String before) throws IOException {
        assertTrue(complete(before + TABLE));
        assertFalse(complete(before + TABLE.replace("</table>", "")), "cut off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- " + TABLE + " -->",
                "<!-- > " + TABLE + " -->",
                "<!--- " + TABLE + " -->",
                "<script>" + TABLE + "</script>",
                "<tablet id=apitokenstbl></tablet>",
                "<tab id=apitokenstbl></tab>",
                "<p title='" + TABLE + "'>",
                "<table id=other></table>",
                "apitokenstbl"
            })
    void what_only_looks_like_the_table_is_none(String page) throws IOException {
        assertFalse(watched(page).begun());
    }

    @Test
    void a_comment_of_any_length_ends_where_it_ends() throws IOException {
        for (int length = 2_030; length < 2_070; length++) {
            assertTrue(complete("<!--" + "x".repeat(length) + "-->" + TABLE));
            assertFalse(watched("<!--" + "x".repeat(length) + ">" + TABLE + "-->").begun());
        }
    }

    @Test
    void a_table_within_the_table_does_not_end_it() throws IOException {
        String nested = "<table id=apitokenstbl><tr><td><table><tr><td>x</td></tr></table>";
        assertFalse(complete(nested));
        assertTrue(complete(nested + "</td></tr></table>"));
    }

    @Test
    void names_of_elements_may_be_in_capitals_and_end_in_any_way() throws IOException {
        assertTrue(complete("<TABLE\nid=apitokenstbl></TABLE >"));
        assertTrue(complete("<table/id=apitokenstbl></table\t>"));
    }
}
