package io.jenkins.plugins.authtokencleanup.engine.iam.time;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Abbreviations of time zones, each with all offsets from UTC that it is used for.
 *
 * <p>Our own table, because the JDK's depends on its release and locale data and knows one meaning of each. It joins
 * the commonly listed meanings with all names that JDK 17 and 25 print. What matters most is the smallest offset of
 * each, which gives the latest instant.
 */
final class ZoneAbbreviations {

    private static final Map<String, PossibleOffsets> OFFSETS = parse("""
            ACDT +10:30  ACST +09:30  ACT -5 -4 +8 +09:30 +10:30  ACWDT +09:45  ACWST +08:45  ADT -3  AEDT +11  AEST +10
            AET +10 +11  AFT +04:30  AKDT -8  AKST -9  ALMST +7  ALMT +5 +6  AMST -3 +5  AMT -4 +4  ANAST +12 +13
            ANAT +11 +12  AQTST +6  AQTT +5  ARST -2  ART -3  AST -4 +3  AWDT +9  AWST +8  AZOST +0  AZOT -1  AZST +5
            AZT +4  BDST +7  BDT +6 +8  BIOT +6  BIT -12  BNT +8  BOT -4  BRST -2  BRT -3  BST +1 +6 +11  BTT +6
            CAST +8 +11  CAT +2  CCT +06:30 +8  CDT -5 -4  CEST +2  CET +1  CHADT +13:45  CHAST +12:45  CHOST +9
            CHOT +8  CHST +10  CHUT +10  CIST -8  CIT +8  CKT -10  CLST -3  CLT -4 -3  COST -4  COT -5  CST -6 -5 +8
            CT -6 -5  CTT +8  CVT -1  CWST +08:45  CXT +7  DAVT +5 +7  DDUT +10  DFT +1  EASST -5  EAST -6  EAT +3
            ECT -5 -4 +1  EDT -4 +11  EEST +3  EET +2  EGST -1 +0  EGT -2 -1  EIT +9  EST -5 +10 +11  ET -5 -4  FET +3
            FJST +13  FJT +12  FKST -3  FKT -4 -3  FNST -1  FNT -2  GALT -6  GAMT -9  GEST +4 +5  GET +3 +4  GFT -3
            GILT +12  GIT -9  GST -2 +4 +10  GYT -4  HADT -9  HAST -10  HDT -9  HKT +8  HMT +5  HOVST +8  HOVT +7
            HST -10  ICT +7  IDT +3  IOT +6  IRDT +04:30  IRKST +9  IRKT +8 +9  IRST +03:30  IST +1 +2 +05:30  JST +9
            KGST +6  KGT +6  KOST +11  KRAST +8  KRAT +7 +8  KST +9  LHDT +11  LHST +10:30 +11  LINT +14  LKT +05:30
            MAGST +12  MAGT +10 +11 +12  MART -09:30  MAWT +5  MDT -6  MESZ +2  MEST +2  MET +1  MEZ +1  MHT +12
            MIST +11  MIT -09:30  MMT +06:30  MSD +4  MSK +3 +4  MST -7 +06:30 +8  MT -7 -6  MUST +5  MUT +4  MVT +5
            MYT +8  NCT +11  NDT -02:30  NFDT +12  NFST +12  NFT +11 +11:30  NOVST +7  NOVT +6 +7  NPT +05:45  NRT +12
            NST -03:30  NT -03:30 -02:30  NUT -11  NZDT +13  NZST +12  NZT +12 +13  OMSST +7  OMST +6 +7  ORAT +5
            PDT -7  PET -5  PETST +12 +13  PETT +11 +12  PGT +10  PHOT +13  PHST +8  PHT +8  PKST +6  PKT +5  PMDT -2
            PMST -3  PONT +11  PST -8 +8  PT -8 -7  PWT +9  PYST -3  PYT -4 -3  QOSST +7  QOST +5 +6  QYZST +7
            QYZT +5 +6  RET +4  ROTT -3  SAKST +12  SAKT +10 +11  SAMST +4 +5  SAMT +3 +4  SAST +2  SBT +11  SCT +4
            SGT +8  SLST +05:30  SREDT +12  SRET +11 +12  SRT -3  SST -11 +8 +11  SYOT +3  TAHT -10  TFT +5  THA +7
            TJT +5  TKT +13  TLT +9  TMT +5  TOST +14  TOT +13  TRST +4  TRT +3  TVT +12  ULAST +9  ULAT +8  UYST -2
            UYT -3  UZT +5  VET -04:30 -4  VLAST +11 +12  VLAT +10 +11  VOST +5 +6 +7  VUT +11  WAKT +12  WARST -3
            WAST +2  WAT +1 +2  WEST +1  WET +0  WFT +12  WGST -2 -1  WGT -3 -2  WIB +7  WIT +9  WITA +8  WSDT +14
            WSST +13  WST -11 +1 +8 +13 +14  XJT +6  YAKST +10  YAKT +9 +10  YEKST +6  YEKT +5 +6
            """);

    private ZoneAbbreviations() {}

    /**
     * All offsets that an abbreviation is used for.
     *
     * @param name the abbreviation, in any case
     * @return the offsets, or null if the abbreviation is not known
     */
    static PossibleOffsets offsets(String name) {
        return OFFSETS.get(name.toUpperCase(Locale.ROOT));
    }

    private static Map<String, PossibleOffsets> parse(String table) {
        return Arrays.stream(table.strip().split(" {2,}|\n"))
                .map(entry -> entry.split(" ", 2))
                .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> all(entry[1])));
    }

    private static PossibleOffsets all(String offsets) {
        return PossibleOffsets.only(Arrays.stream(offsets.split(" "))
                .mapToInt(offset -> ZoneOffset.of(offset).getTotalSeconds())
                .toArray());
    }
}
