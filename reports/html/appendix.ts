import type { Report } from '../../contracts/report/report.ts'
import { html, type Markup, say } from './markup.ts'

/** How it was run, and what was hidden. */
export function appendix({ config, redaction }: Report): Markup {
  return html`<section aria-labelledby="about">
  <h2 id="about">${say({ nb: 'Om rapporten', en: 'About this report' })}</h2>
  ${redaction === undefined ? '' : hidden(redaction)}
  <h3>${say({ nb: 'Oppsett', en: 'Configuration' })}</h3>
  <details class="more print"><summary>${say({ nb: 'Vis oppsettet som gjaldt', en: 'Show the effective configuration' })}</summary>
  <pre>${JSON.stringify(config, null, 2)}</pre></details>
</section>`
}

function hidden({ masked, known, scannedFor }: NonNullable<Report['redaction']>): Markup {
  const sum = Object.values(masked).reduce((all, count) => all + count, 0)
  return html`<h3>${say({ nb: 'Personvern', en: 'Privacy' })}</h3>
  <p>${say({
    nb: `${sum} verdier er skjult. Etterpå ble hvert dokument gjennomsøkt, også etter ${known.identifiers} kjente kjennetegn og ${known.secrets} hemmeligheter; ingen ble funnet.`,
    en: `${sum} values are hidden. Afterwards every document was searched, also for ${known.identifiers} known identifiers and ${known.secrets} secrets; none was found.`,
  })}</p>
  <details class="more"><summary>${say({ nb: 'Hva ble skjult og søkt etter', en: 'What was hidden and searched for' })}</summary>
  <table><thead><tr><th scope="col">${say({ nb: 'Skjult', en: 'Hidden' })}</th><th scope="col" class="number">${say({ nb: 'Ganger', en: 'Times' })}</th></tr></thead>
  <tbody>${Object.entries(masked).map(([kind, count]) => html`<tr><th scope="row">${kind}</th><td class="number">${count}</td></tr>`)}</tbody></table>
  <ul lang="en">${scannedFor.map((one) => html`<li>${one}</li>`)}</ul></details>`
}
