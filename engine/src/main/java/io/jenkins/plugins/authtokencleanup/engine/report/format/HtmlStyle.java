package io.jenkins.plugins.authtokencleanup.engine.report.format;

/** The style sheet, embedded in the page. */
final class HtmlStyle {
    /** Contrast is at least 4.5 to 1 for all text, light and dark. */
    static final String SHEET = """
            :root { color-scheme: light dark; --text: #1b1f24; --page: #fff; --soft: #57606a; --line: #d0d7de;
              --head: #f3f5f7; --good: #116329; --bad: #a40e26; --note: #7a4600; --link: #0550ae; }
            @media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --page: #14181d; --soft: #a0aab4;
              --line: #3d444d; --head: #20262d; --good: #5fd07a; --bad: #ff8f8a; --note: #e3b341; --link: #79b8ff; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; font: 1rem/1.5 system-ui, sans-serif;
              color: var(--text); background: var(--page); }
            h1 { margin: 0 0 .25rem; font-size: 1.6rem; line-height: 1.2; }
            h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
            a { color: var(--link); }
            a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
            .outcome { font-size: 1.15rem; font-weight: 600; margin: 0; }
            .message { margin: .25rem 0 1rem; overflow-wrap: anywhere; }
            .DONE, .REMOVED { color: var(--good); }
            .PARTIAL, .REFUSED, .FAILED, .INTERRUPTED { color: var(--bad); }
            .WOULD_REMOVE, .NOT_ATTEMPTED, .warnings { color: var(--note); }
            .none { color: var(--soft); font-style: italic; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.5rem; margin: 0; }
            dt { color: var(--soft); }
            dd { margin: 0; overflow-wrap: anywhere; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; }
            .counts table { width: auto; }
            .scroll table { table-layout: fixed; min-width: 66rem; }
            thead th:nth-child(1) { width: 22%; }
            thead th:nth-child(2) { width: 18%; }
            thead th:nth-child(4) { width: 18%; }
            thead th:nth-child(6) { width: 14%; }
            caption { text-align: start; font-weight: 600; padding: .5rem 0; }
            th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: top;
              overflow-wrap: anywhere; }
            thead th { background: var(--head); }
            tbody th { font-weight: 600; }
            td.number { text-align: end; font-variant-numeric: tabular-nums; }
            .shown { display: block; color: var(--soft); font-size: .9em; }
            code { font-size: .9em; }
            @media (max-width: 40rem) { dl { display: block; } dd { margin-bottom: .4rem; } }
            @media print { :root { --text: #000; --page: #fff; --soft: #333; --line: #888; --head: #eee; --good: #000;
              --bad: #000; --note: #000; --link: #000; } body { padding: 0; max-width: none; font-size: 9pt; }
              .scroll { overflow: visible; }
              .scroll table { min-width: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
            """;

    private HtmlStyle() {}
}
