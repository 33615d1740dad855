package io.jenkins.plugins.authtokencleanup.engine.iam.panel;

import static io.jenkins.plugins.authtokencleanup.engine.iam.panel.HandMadePanel.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jenkins.plugins.authtokencleanup.engine.error.CleanupException;
import io.jenkins.plugins.authtokencleanup.engine.error.Problem;
import io.jenkins.plugins.authtokencleanup.engine.token.AuthToken;
import io.jenkins.plugins.authtokencleanup.engine.token.LastAccess;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in each of the account's languages: the header differs, the title of a time does not (section 11). */
class TranslatedHeadersTest {
    private static final String USED = "Tue May 12 10:30:11 UTC 2026";
    private static final String MADE = "Thu Jan 01 00:00:00 UTC 2026";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            وقت الوصول الأخير | وقت الإنشاء | نطاق
            Последно време за достъп | Генерирано време | Обхват
            Horário do último acesso | Horário de geração | Escopo
            Letzte Zugriffszeit | Erstellte Zeit | Bereich
            Last Accessed Time | Generated Time | Scope
            Hora del último acceso | Tiempo generado | Ámbito
            Oras Kung Kailan Huling Na-access | Oras ng Pagbuo | Scope
            Heure du dernier accès | Heure de génération | Étendue
            Vrijeme posljednjeg pristupa | Vrijeme generiranja | Opseg
            Legutolsó elérés | Generálás ideje | Hatókör
            Waktu Terakhir Diakses | Waktu yang Dihasilkan | Cakupan
            Orario ultimo accesso | Ora di creazione | Ambito
            שעת הביקור האחרונה | הזמן שנוצר | היקף
            最終アクセス日時 | 作成日時 | スコープ
            마지막 액세스 시간 | 생성된 시간 | 범위
            Tijd van laatste toegang | Gegenereerde tijd | Scope
            Czas ostatniego dostępu | Czas wygenerowania | Zakres
            Hora do último acesso | Tempo Gerado | Âmbito
            Время последнего доступа | Время создания | Область
            Senaste åtkomsttid | Genererad tid | Område
            เวลาที่เข้าถึงล่าสุด | เวลาที่สร้าง | ขอบเขต
            Son Erişme Zamanı | Oluşturulma Zamanı | Kapsam
            Thời Gian Truy Cập Lần Cuối | Thời Gian Lập | Phạm vi
            最后访问时间 | 生成时间 | 范围
            上次存取時間 | 產生的時間 | 範圍
            """)
    void last_access_creation_and_scopes_are_found(String lastAccess, String created, String scope) throws Exception {
        List<AuthToken> tokens = ReadPanel.of(table("<tr id=headerrow><th>" + scope + "</th><th>" + created
                        + "</th><th>" + lastAccess + "</th></tr>" + row("used", USED) + row("never", MADE)))
                .tokens(HandMadePanel.NOW, null);
        assertEquals(
                new LastAccess.At(Instant.parse("2026-05-12T10:30:11Z")),
                tokens.get(0).lastAccess());
        assertEquals(List.of("ZROP/reportsapi"), tokens.get(0).scopes());
        assertTrue(tokens.get(1).neverUsed(), "the page shows its creation as its last access");
    }

    private static String row(String handle, String lastAccess) {
        return "<tr id=trow><td><a data-enctoken=" + handle + "></a>ZROP/reportsapi</td>" + time(MADE)
                + time(lastAccess) + "</tr>";
    }

    private static String time(String title) {
        return "<td title='" + title + "'>vor 39 Tagen</td>";
    }

    @Test
    void a_relative_text_in_another_language_without_a_title_is_unreadable() throws Exception {
        AuthToken token = ReadPanel.of(table("<tr id=headerrow><th></th><th>Letzte Zugriffszeit</th></tr>"
                        + "<tr id=trow><td><a data-enctoken=h></a></td><td>vor 39 Tagen</td></tr>"))
                .tokens(HandMadePanel.NOW, null)
                .get(0);
        assertInstanceOf(LastAccess.Unreadable.class, token.lastAccess());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LETZTE  ZUGRIFFSZEIT",
                "Letzte\u00a0Zugriffszeit",
                "\u200fLetzte Zugriffszeit\u200f",
                "Heure du dernier acce\u0300s"
            })
    void letter_case_blanks_marks_and_composed_letters_make_no_difference(String header) {
        assertEquals(PanelColumn.LAST_ACCESSED, PanelColumn.of(header));
    }

    @Test
    void no_two_meanings_have_the_same_words() {
        Set<String> words = new HashSet<>();
        for (PanelColumn column : List.of(PanelColumn.LAST_ACCESSED, PanelColumn.CREATED, PanelColumn.SCOPES)) {
            Set<String> own = TranslatedHeaders.words(column);
            assertTrue(own.stream().allMatch(words::add), column::toString);
        }
        assertEquals(25, TranslatedHeaders.words(PanelColumn.LAST_ACCESSED).size());
    }

    @Test
    void an_unknown_header_lists_the_columns_as_shown_and_says_which_one_is_missed() {
        CleanupException e = assertThrows(
                CleanupException.class,
                () -> ReadPanel.of(table("<tr id=headerrow><th>Bereich</th><th>Zuletzt gesehen</th></tr>")));
        assertEquals(Problem.UNKNOWN_PAGE, e.problem());
        assertEquals("no column is the Last Accessed Time among: Bereich | Zuletzt gesehen", e.observed());
    }
}
