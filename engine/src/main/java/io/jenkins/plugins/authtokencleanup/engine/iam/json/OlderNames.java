package io.jenkins.plugins.authtokencleanup.engine.iam.json;

import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The short names that Java had up to version 8, and until version 22 on demand, in the languages of the accounts page
 * (contract, section 11). Newer versions have neither the names nor a way to ask for them, but the server may be older.
 */
final class OlderNames {

    private static final int SHORT_MONTHS = 1;
    private static final int HALVES_OF_DAY = 2;
    private static final int SHORT_WEEKDAYS = 3;
    private static final int MONTHS = 4;

    // Language; short months; halves of the day; short weekdays; long months where those differ too.
    private static final Map<String, String[]> BY_LANGUAGE = """
        ar; ينا|فبر|مار|أبر|ماي|يون|يول|أغس|سبت|أكت|نوف|ديس; ص|م; ح|ن|ث|ر|خ|ج|س
        bg; I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII; AM|PM; Нд|Пн|Вт|Ср|Чт|Пт|Сб; \
          Януари|Февруари|Март|Април|Май|Юни|Юли|Август|Септември|Октомври|Ноември|Декември
        de; Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez; AM|PM; So|Mo|Di|Mi|Do|Fr|Sa
        es; ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic; AM|PM; dom|lun|mar|mié|jue|vie|sáb
        fr; janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.; AM|PM; \
          dim.|lun.|mar.|mer.|jeu.|ven.|sam.
        hr; sij|velj|ožu|tra|svi|lip|srp|kol|ruj|lis|stu|pro; AM|PM; ned|pon|uto|sri|čet|pet|sub
        hu; jan.|febr.|márc.|ápr.|máj.|jún.|júl.|aug.|szept.|okt.|nov.|dec.; DE|DU; V|H|K|Sze|Cs|P|Szo
        id; Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des; AM|PM; Min|Sen|Sel|Rab|Kam|Jum|Sab
        it; gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic; AM|PM; dom|lun|mar|mer|gio|ven|sab
        he; ינו|פבר|מרץ|אפר|מאי|יונ|יול|אוג|ספט|אוק|נוב|דצמ; AM|PM; א|ב|ג|ד|ה|ו|ש
        ja; 1|2|3|4|5|6|7|8|9|10|11|12; 午前|午後; 日|月|火|水|木|金|土
        ko; 1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월; 오전|오후; 일|월|화|수|목|금|토
        nl; jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec; AM|PM; zo|ma|di|wo|do|vr|za
        pl; sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru; AM|PM; N|Pn|Wt|Śr|Cz|Pt|So
        pt; jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez; AM|PM; Dom|Seg|Ter|Qua|Qui|Sex|Sáb; \
          Janeiro|Fevereiro|Março|Abril|Maio|Junho|Julho|Agosto|Setembro|Outubro|Novembro|Dezembro
        ru; янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек; AM|PM; Вс|Пн|Вт|Ср|Чт|Пт|Сб
        sv; jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec; fm|em; sö|må|ti|on|to|fr|lö
        th; ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.; ก่อนเที่ยง|หลังเที่ยง; \
          อา.|จ.|อ.|พ.|พฤ.|ศ.|ส.
        tr; Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara; AM|PM; Paz|Pzt|Sal|Çar|Per|Cum|Cmt
        vi; thg 1|thg 2|thg 3|thg 4|thg 5|thg 6|thg 7|thg 8|thg 9|thg 10|thg 11|thg 12; SA|CH; \
          CN|Th 2|Th 3|Th 4|Th 5|Th 6|Th 7; \
          tháng một|tháng hai|tháng ba|tháng tư|tháng năm|tháng sáu|tháng bảy|tháng tám|tháng chín|\
          tháng mười|tháng mười một|tháng mười hai
        zh; 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月; 上午|下午; 星期日|星期一|星期二|星期三|星期四|星期五|星期六
        """.lines()
            .map(line -> line.split("; +"))
            .collect(Collectors.toUnmodifiableMap(columns -> columns[0], Function.identity()));

    private OlderNames() {}

    /**
     * The older names of a language.
     *
     * @return null if there are none other than the English ones
     */
    static DateFormatSymbols of(Locale locale) {
        String[] columns = BY_LANGUAGE.get(locale.getLanguage());
        if (columns == null) {
            return null;
        }
        DateFormatSymbols names = DateFormatSymbols.getInstance(locale);
        names.setShortMonths(names(columns[SHORT_MONTHS]));
        names.setAmPmStrings(names(columns[HALVES_OF_DAY]));
        // Weekdays are counted from 1.
        names.setShortWeekdays(Stream.concat(Stream.of(""), Arrays.stream(names(columns[SHORT_WEEKDAYS])))
                .toArray(String[]::new));
        if (columns.length > MONTHS) {
            names.setMonths(names(columns[MONTHS]));
        }
        return names;
    }

    private static String[] names(String column) {
        return column.split("\\| *");
    }
}
