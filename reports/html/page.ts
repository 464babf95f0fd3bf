import { createHash } from 'node:crypto'
import type { Redacted } from '../redact/record.ts'
import type { Titles } from '../titles.ts'
import { judgedWords, type Language, runVerdictWords } from '../words.ts'
import { appendix } from './appendix.ts'
import { exchanges } from './exchange.ts'
import { headline } from './headline.ts'
import { marksOf } from './letter/marks.ts'
import { letters } from './letter/section.ts'
import { letterStyle } from './letter/style.ts'
import { loads } from './load/section.ts'
import { loadStyle } from './load/style.ts'
import { html, say, trusted } from './markup.ts'
import { overview } from './overview.ts'
import { results } from './results.ts'
import { script } from './script.ts'
import { story } from './story/story.ts'
import { style } from './style.ts'

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing is fetched, and no script but the one below runs, whatever a participant has sent. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${digest(script)}; base-uri 'none'; form-action 'none'`

/** `report.html`: one file for people, in both languages. Takes what is redacted already. */
export function reportHtml(redacted: Redacted, titles: Titles): string {
  const { report } = redacted
  const marks = marksOf(redacted)
  const title = (language: Language) => {
    const { verdict, judged, observable } = report.summary
    return `${report.participant.name}: ${runVerdictWords[verdict][language]}, ${judgedWords(judged, observable)[language]} – samsvar`
  }
  const page = html`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title('nb')}</title>
<style>${trusted([style, ...(redacted.loads.length === 0 ? [] : [loadStyle]), ...(marks.of.size === 0 ? [] : [letterStyle])].join(''))}</style>
</head>
<body>
<a class="skip" href="#main">${say({ nb: 'Gå til innholdet', en: 'Skip to content' })}</a>
<div class="page">
<header class="top">
  <div class="brand">samsvar <span>· DSOP</span></div>
  <fieldset><legend>${say({ nb: 'Språk', en: 'Language' })}</legend>
    <label><input type="radio" name="lang" id="lang-nb" checked><span lang="nb">Norsk</span></label>
    <label><input type="radio" name="lang" id="lang-en"><span lang="en">English</span></label>
  </fieldset>
</header>
<main id="main" tabindex="-1">
${headline(report, titles)}
${story(redacted)}
${overview(report, titles)}
${results(report, titles, marks.ways)}
${loads(report.loads ?? [], redacted.loads)}
${letters(redacted, marks)}
${exchanges(redacted)}
${appendix(report)}
</main>
<footer><p>${say({
    nb: 'Laget av samsvar. Rapporten gjelder den dagen og det oppsettet som står øverst.',
    en: 'Made by samsvar. The report holds for the day and the configuration at the top.',
  })}</p></footer>
</div>
<span hidden id="title-nb" lang="nb">${title('nb')}</span><span hidden id="title-en" lang="en">${title('en')}</span>
<script>${trusted(script)}</script>
</body>
</html>
`
  return page.text
}
