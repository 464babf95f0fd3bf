import type { Deed, Observation } from '../../contracts/report/evidence.ts'
import type { Said } from '../words.ts'
import { actRows, letterRows } from './act-rows.ts'
import { shortened } from './finding.ts'
import { grantRows, kfrRows, type Row } from './kfr-rows.ts'
import { html, type Markup, say } from './markup.ts'

/** Evidence that is no exchange: what a party saw, and what was done to the parties or waited for. */

export function sightingMarkup(
  { id, party, at, method, path, status, epoch, brreg, kfr, maskinporten, act, letter }: Observation,
  red: boolean,
): Markup {
  const told = [
    ...(brreg === undefined ? [] : brregRows(brreg)),
    ...(kfr === undefined ? [] : kfrRows(kfr)),
    ...(maskinporten === undefined ? [] : grantRows(maskinporten)),
    ...(act === undefined ? [] : actRows(act)),
    ...(letter === undefined ? [] : letterRows(letter)),
  ]
  return html`<details class="exchange${red || told.length === 0 ? ' print' : ''}" id="${id}">
  <summary><h3>${id} · ${party} · ${shortened(`${method} ${path}`.trim(), 120)} <span class="answer">→ ${status === 0 ? '–' : status}</span></h3></summary>
  <p class="soft small">${at} · ${say({ nb: 'tilstand', en: 'state' })}: ${epoch}</p>
  ${told.length === 0 ? '' : rows(told)}
</details>`
}

const rows = (all: readonly Row[]): Markup =>
  html`<dl class="pair">${all.map(([name, value]) => html`<div><dt>${say(name)}</dt><dd>${value}</dd></div>`)}</dl>`

function brregRows({
  asked,
  tls,
  since,
  notice,
  way,
  served,
  contentLength,
}: NonNullable<Observation['brreg']>): readonly Row[] {
  const { certificate } = tls
  return [
    [{ nb: 'Spurte om', en: 'Asked for' }, asked],
    [{ nb: 'TLS', en: 'TLS' }, tls.protocol ?? '–'],
    [
      { nb: 'Klientsertifikat', en: 'Client certificate' },
      certificate === null
        ? say({ nb: 'ingen', en: 'none' })
        : html`${certificate.organisationNumber ?? '–'}, ${say(
            certificate.trusted ? { nb: 'godtatt', en: 'accepted' } : { nb: 'ikke godtatt', en: 'not accepted' },
          )}, ${certificate.issuer}, ${certificate.notBefore.slice(0, 10)} – ${certificate.notAfter.slice(0, 10)}`,
    ],
    ...(since === undefined ? [] : [[{ nb: 'Fra og med', en: 'From' }, html`<code>${since}</code>`] as Row]),
    ...(notice === undefined ? [] : [[{ nb: 'Varsel', en: 'Notice' }, html`<code>${notice}</code>`] as Row]),
    ...(way === undefined ? [] : [[{ nb: 'Kom ved', en: 'Came by' }, way] as Row]),
    ...(served === undefined
      ? []
      : [
          [
            { nb: 'Fikk', en: 'Was given' },
            say({ nb: `${served.count} varsler`, en: `${served.count} notices` }),
          ] as Row,
          [{ nb: 'Senest registrert', en: 'Registered last' }, html`<code>${served.latest ?? '–'}</code>`] as Row,
        ]),
    ...(contentLength === undefined ? [] : [[{ nb: 'Størrelse', en: 'Size' }, `${contentLength} bytes`] as Row]),
  ]
}

const deedWords = {
  publish: { nb: 'Brreg kunngjorde', en: 'Brreg published' },
  stimulate: { nb: 'en part ble satt til', en: 'a party was made to' },
  calm: { nb: 'partene ble som de skal være', en: 'the parties were calm again' },
  inquire: { nb: 'megleren spurte', en: 'the megler asked' },
  lookUp: { nb: 'bosiden slo opp i Kundeforholdsregisteret', en: 'bosiden looked into Kundeforholdsregisteret' },
  advance: { nb: 'klokken ble stilt', en: 'the clock was set' },
  wait: { nb: 'det ble ventet', en: 'it was waited' },
  instruct: { nb: 'bankens folk ble bedt om', en: 'the bank’s people were asked to' },
  inspect: { nb: 'filer ble lest', en: 'files were read' },
} as const satisfies Record<Deed['does'], Said>

export function deedMarkup({ id, at, epoch, does, told, outcome }: Deed, red: boolean): Markup {
  return html`<details class="exchange${red ? ' print' : ''}" id="${id}">
  <summary><h3>${id} · ${say(deedWords[does])}</h3></summary>
  <p class="soft small">${at} · ${say({ nb: 'tilstand', en: 'state' })}: ${epoch}</p>
  <pre>${shortened(pretty(told), 6000)}</pre>
  <pre>${shortened(pretty(outcome), 2000)}</pre>
</details>`
}

const pretty = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? ''))
