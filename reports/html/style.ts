/** The whole look of the report. No fonts, pictures or addresses from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf7; --paper: #ffffff; --ink: #1c1e21; --soft: #565c64; --line: #dcd9d2; --faint: #f3f1ec;
  --link: #0b5394; --focus: #0b5394;
  --fail: #a3231f; --inconclusive: #6b3fa0; --warn: #855000; --pass: #1b6b3f; --none: #565c64;
  --fail-ground: #fcefee; --inconclusive-ground: #f5f0fb; --warn-ground: #fcf4e6; --pass-ground: #edf6f0; --none-ground: #f3f1ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #15171a; --paper: #1c1f23; --ink: #e9e7e2; --soft: #aab0b8; --line: #373b41; --faint: #24282d;
    --link: #8cc0f5; --focus: #8cc0f5;
    --fail: #ff9d97; --inconclusive: #cfb0f7; --warn: #f2c066; --pass: #86d6a6; --none: #aab0b8;
    --fail-ground: #351c1c; --inconclusive-ground: #2a2238; --warn-ground: #322814; --pass-ground: #17301f; --none-ground: #24282d;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere; }
.en { display: none; }
body:has(#lang-en:checked) .en { display: revert; }
body:has(#lang-en:checked) .nb { display: none; }
.page { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: .2rem solid var(--focus); outline-offset: .2rem; border-radius: .1rem; }
h1, h2, h3, h4 { line-height: 1.25; font-weight: 600; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.5rem; margin: 4rem 0 1rem; letter-spacing: -.01em; }
h3 { font-size: 1.1rem; margin: 2.25rem 0 .75rem; }
h4 { font-size: 1rem; margin: 0; }
p { margin: 0 0 1rem; max-width: 44rem; }
code, pre, kbd { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .85em; }
pre { margin: 0; padding: .75rem 1rem; background: var(--faint); border-radius: .35rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; unicode-bidi: plaintext; tab-size: 2; }
.soft { color: var(--soft); }
.small { font-size: .875rem; }
.whole { white-space: nowrap; }

.top { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: center; justify-content: space-between; padding: 1.25rem 0; }
.brand { font-weight: 600; letter-spacing: .02em; }
.brand span { color: var(--soft); font-weight: 400; }
fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: 1rem; align-items: center; }
legend { float: left; padding: 0; margin-right: 1rem; color: var(--soft); font-size: .875rem; }
fieldset label { display: inline-flex; gap: .4rem; align-items: center; min-height: 1.75rem; cursor: pointer; font-size: .875rem; }
input[type=radio] { width: 1.1rem; height: 1.1rem; margin: 0; accent-color: var(--link); }

.hero { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 2.25rem 2.5rem; margin: .5rem 0 2rem; border-top: .4rem solid var(--tone); }
.hero .verdict { display: flex; gap: .75rem; align-items: center; font-size: 2.25rem; line-height: 1.2; font-weight: 600; color: var(--tone); margin: 1.5rem 0 .5rem; letter-spacing: -.015em; max-width: none; }
.hero .counted { font-size: 1.25rem; margin: 0 0 .25rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1rem 2rem; margin: 2rem 0 0; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.facts div { min-width: 0; }
dt { font-size: .8rem; color: var(--soft); }
dd { margin: 0; }
.alarm { border: .15rem solid var(--fail); background: var(--fail-ground); border-radius: .6rem; padding: 1.25rem 1.5rem; margin: 0 0 1.5rem; }
.alarm p:first-child { display: block; font-size: 1.5rem; font-weight: 600; color: var(--fail); line-height: 1.3; margin: 0 0 .25rem; }
.alarm p:last-child { margin: 0; }
.errors { list-style: none; margin: 0 0 1rem; padding: 0; }
.errors li { border-left: .3rem solid var(--fail); background: var(--fail-ground); padding: .75rem 1.25rem; margin-bottom: .75rem; border-radius: 0 .35rem .35rem 0; }
.errors strong { color: var(--fail); }

.fail { --tone: var(--fail); --tone-ground: var(--fail-ground); }
.inconclusive { --tone: var(--inconclusive); --tone-ground: var(--inconclusive-ground); }
.warn, .incomplete { --tone: var(--warn); --tone-ground: var(--warn-ground); }
.pass { --tone: var(--pass); --tone-ground: var(--pass-ground); }
.not-applicable, .not-tested { --tone: var(--none); --tone-ground: var(--none-ground); }
.badge { display: inline-flex; gap: .4rem; align-items: center; white-space: nowrap; color: var(--tone); background: var(--tone-ground); border-radius: 1rem; padding: .1rem .7rem .1rem .5rem; font-size: .85rem; font-weight: 600; }
.mark { display: inline-block; width: 1.1em; text-align: center; font-weight: 700; }

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .925rem; }
caption { text-align: left; color: var(--soft); font-size: .875rem; padding: 0 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .6rem .9rem .6rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { font-size: .8rem; color: var(--soft); border-bottom-color: var(--soft); }
table { overflow-wrap: normal; }
td, th { overflow-wrap: break-word; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
.rows { table-layout: fixed; }
.rows thead th:first-child { width: 46%; }
.rows thead th:nth-child(2) { width: 9.5rem; }
.rows th .id { display: block; }
.rows td { overflow-wrap: anywhere; }
.rows .check { display: block; }
.rows td:nth-child(2) { white-space: nowrap; }
.id { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { display: flex; height: .8rem; gap: 2px; margin: 0 0 1.5rem; border-radius: .4rem; overflow: hidden; }
.bar span { background: var(--tone); min-width: 3px; }
.bar .not-tested, .bar .not-applicable { background: var(--line); }

.card { background: var(--paper); border: 1px solid var(--line); border-left: .35rem solid var(--tone); border-radius: .4rem; padding: 1.35rem 1.6rem; margin: 0 0 1.25rem; }
.card header { display: flex; flex-wrap: wrap; gap: .35rem 1rem; align-items: baseline; margin-bottom: .35rem; }
.card h4 { font-size: 1.1rem; flex-basis: 100%; }
.card > p { margin: .35rem 0 .75rem; }
.finding { border-top: 1px solid var(--line); padding: 1rem 0 .25rem; }
.finding > p { margin: 0 0 .6rem; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .75rem 1.5rem; margin: 0 0 .6rem; }
.pair dd { margin-top: .2rem; }
details > summary { cursor: pointer; min-height: 1.75rem; }
details.more { margin: 0 0 1.25rem; }
.exchange { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem 1.25rem; margin: 0 0 .6rem; scroll-margin-top: 1rem; }
.exchange:target { border-color: var(--focus); box-shadow: 0 0 0 .15rem var(--focus); }
.exchange summary h3 { display: inline; font-size: .925rem; margin: 0; }
.exchange h4 { font-size: .85rem; color: var(--soft); margin: 1.1rem 0 .35rem; }
.exchange summary + p { margin: .5rem 0 0; }
.answer { color: var(--soft); }
.contents { list-style: none; padding: 0; margin: 0 0 1rem; }
.contents li { display: grid; grid-template-columns: 9.5rem 1fr; gap: .1rem 1rem; align-items: baseline; padding: .4rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.contents .badge { justify-self: start; }

.story { margin: 0 0 3rem; }
.chapters { list-style: none; margin: 0; padding: 0; border-left: .2rem solid var(--line); }
.chapters > li { padding: 0 0 .5rem 1.5rem; position: relative; }
.chapters > li::before { content: ""; position: absolute; left: -.5rem; top: .45rem; width: .8rem; height: .8rem; border-radius: 50%; background: var(--paper); border: .2rem solid var(--soft); }
.chapters h3 { margin: 0 0 .4rem; }
.chapters > li + li h3 { margin-top: 1rem; }
.chapters p { margin: 0 0 .3rem; }
.turns { list-style: none; margin: 0; padding: 0; }
.time { font-variant-numeric: tabular-nums; font-size: .875rem; margin-right: .5rem; }
.wrong { border-left: .3rem solid var(--tone); background: var(--tone-ground); padding: .5rem .9rem; border-radius: 0 .35rem .35rem 0; max-width: 44rem; }
footer { margin: 5rem 0 3rem; padding-top: 1.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }

@media (max-width: 40rem) {
  .page { padding: 0 1rem; }
  .hero { padding: 1.5rem 1.25rem; }
  .hero .verdict { font-size: 1.75rem; }
  h1 { font-size: 1.5rem; }
  h2 { margin-top: 3rem; }
  .card { padding: 1.1rem 1.1rem; }
  .pair { grid-template-columns: 1fr; }
  .contents li { grid-template-columns: 1fr; }
  .rows, .rows tbody, .rows tr, .rows th, .rows td { display: block; }
  .rows thead { position: absolute; left: -99rem; }
  .rows tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
  .rows th, .rows td { border: 0; padding: .1rem 0; }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #fff; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --faint: #f4f4f4; --link: #000;
    --fail: #a3231f; --inconclusive: #6b3fa0; --warn: #855000; --pass: #1b6b3f; --none: #444;
    --fail-ground: #fff; --inconclusive-ground: #fff; --warn-ground: #fff; --pass-ground: #fff; --none-ground: #fff;
  }
  @page { margin: 18mm 16mm; }
  html { font-size: 80%; }
  .page { max-width: none; padding: 0; }
  .skip, fieldset { display: none; }
  .hero { border: 0; border-top: .4rem solid var(--tone); border-radius: 0; padding: 1.5rem 0 0; }
  .badge { border: 1px solid var(--tone); }
  .bar span, .bar { print-color-adjust: exact; }
  h2, h3, h4 { break-after: avoid; }
  h2 { margin-top: 2.5rem; }
  tr, .finding, .errors li, .facts div { break-inside: avoid; }
  thead { display: table-header-group; }
  details.print::details-content { content-visibility: visible; block-size: auto; }
  .exchange:not(.print) { display: none; }
}
`
