/** How pages look that are one file: no script, nothing from elsewhere, light and dark, narrow and wide, on paper too. */
const LIGHT =
  '--page:#eef1f5;--card:#fff;--ink:#17202b;--soft:#566273;--line:#e1e6ec;--bad:#a61b14;--bad-wash:#fde7e5;--warn:#8a4b00;--warn-wash:#fff0d6;--good:#116b3d;--good-wash:#e3f4ea';
const DARK =
  '--page:#0e1319;--card:#171e27;--ink:#e9eef4;--soft:#a5b0bd;--line:#2b3541;--bad:#ff9d95;--bad-wash:#3d1917;--warn:#f5c06b;--warn-wash:#38290f;--good:#7ddba6;--good-wash:#14301f';

export const STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 28px 20px 48px; }
h1 { font-size: 26px; line-height: 1.25; margin: 0; }
h2 { font-size: 18px; margin: 0 0 12px; }
h3 { font-size: 14px; margin: 18px 0 6px; }
p { margin: 0 0 8px; }
.soft { color: var(--soft); font-size: 13px; }
.card { background: var(--card); border-radius: 12px; padding: 20px 22px; margin-top: 16px; }
.state { border-radius: 10px; padding: 14px 18px; margin-top: 16px; font-weight: 600; }
.state p:last-child { margin: 0; font-weight: 400; }
.bad { color: var(--bad); } .state.bad { background: var(--bad-wash); }
.warn { color: var(--warn); } .state.warn { background: var(--warn-wash); }
.good { color: var(--good); } .state.good { background: var(--good-wash); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 14px; }
th, td { text-align: end; padding-block: 7px; padding-inline: 16px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th:first-child, td:first-child, .text th, .text td { text-align: start; }
th:first-child, td:first-child { padding-inline-start: 0; }
tbody tr:last-child > * { border-bottom: 0; }
thead th { color: var(--soft); font-size: 12px; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; }
table.text { min-width: 480px; }
td small, th small { display: block; color: var(--soft); font-size: 12px; }
code { font: 12.5px/1.5 ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
details { margin-top: 10px; }
summary { cursor: pointer; color: var(--soft); font-size: 13px; }
details.dataset > summary { color: var(--ink); font-size: 18px; font-weight: 650; }
details.dataset { margin-top: 0; }
a { color: inherit; }
.badge { display: inline-block; border-radius: 999px; padding: 1px 9px; font-size: 12px; font-weight: 600; white-space: nowrap; }
.badge.bad { background: var(--bad-wash); } .badge.warn { background: var(--warn-wash); } .badge.good { background: var(--good-wash); }
.says { white-space: pre-wrap; overflow-wrap: anywhere; }
.check { padding: 10px 0; border-bottom: 1px solid var(--line); }
.check:last-of-type { border-bottom: 0; }
@media (max-width: 560px) { main { padding: 16px 10px 32px; } .card { padding: 16px 14px; } th, td { padding-inline-start: 10px; font-size: 13px; } }
@media print { body { background: none; } .card { break-inside: avoid; padding: 12px 0; } }
`;
