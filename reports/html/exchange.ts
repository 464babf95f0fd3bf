import type { Answered, Exchange } from '../../contracts/report/evidence.ts'
import type { Report } from '../../contracts/report/report.ts'
import type { Redacted } from '../redact/record.ts'
import { authorizationOf, curl } from './curl.ts'
import { shortened } from './finding.ts'
import { html, type Markup, say } from './markup.ts'
import { deedMarkup, sightingMarkup } from './seen-and-done.ts'
import { storyIds } from './story/story.ts'

/** Whatever a finding points to. The rest is in `evidence.ndjson`. */
export function exchanges(redacted: Redacted): Markup {
  const { report, exchanges: all, observations, deeds } = redacted
  const red = new Set(report.results.filter(({ verdict }) => verdict !== 'pass').flatMap(idsOf))
  const shown = new Set([...report.results.flatMap(idsOf), ...storyIds(redacted)])
  const items = [
    ...all.filter(({ id }) => shown.has(id)).map((one) => exchangeMarkup(one, red.has(one.id))),
    ...observations
      .filter(({ id, letter }) => shown.has(id) && letter?.reply === undefined)
      .map((one) => sightingMarkup(one, red.has(one.id))),
    ...deeds.filter(({ id }) => shown.has(id)).map((one) => deedMarkup(one, red.has(one.id))),
  ]
  if (items.length === 0) return html``
  return html`<section aria-labelledby="exchanges">
  <h2 id="exchanges">${say({ nb: 'Utvekslinger', en: 'Exchanges' })}</h2>
  <p>${say({
    nb: 'Det som funnene bygger på. Navn som konto#3 og {P1.id} står i stedet for verdier: lik verdi, likt navn. Alt som ble sett, står i evidence.ndjson.',
    en: 'What the findings rest on. Names such as konto#3 and {P1.id} stand for values: equal values have equal names. Everything that was seen is in evidence.ndjson.',
  })}</p>
  <p>${say({
    nb: 'Linjene under «Spør igjen» går rett inn i et skall når variablene er satt: BASE_URL og TOKEN (kontrollkallet mint gir et), de navngitte verdiene, og en ny UUID for hver CorrelationID. Er bankens sertifikat utstedt av en test-CA, trengs --cacert med rotsertifikatet.',
    en: 'The lines under "Ask again" go straight into a shell once their variables are set: BASE_URL and TOKEN (the control call mint gives one), the named values, and a new UUID for every CorrelationID. Where a test authority issued the certificate of the bank, --cacert with its root is needed.',
  })}</p>
  ${items}
</section>`
}

const idsOf = ({ findings }: Report['results'][number]) => findings.map(({ exchange }) => exchange)

function exchangeMarkup(exchange: Exchange, red: boolean): Markup {
  const { id, request, outcome, epoch, startedAt, durationMs } = exchange
  const answer = outcome.kind === 'answered' ? String(outcome.status) : outcome.why
  return html`<details class="exchange${red ? ' print' : ''}" id="${id}">
  <summary><h3>${id} · ${shortened(`${request.method} ${request.path}`, 120)} <span class="answer">→ ${answer}</span></h3></summary>
  <p class="soft small">${startedAt} · ${durationMs.toFixed(1)} ms · ${say({ nb: 'tilstand', en: 'state' })}: ${epoch}</p>
  <h4>${say({ nb: 'Spørsmål', en: 'Request' })}</h4>
  <pre>${requestText(exchange)}</pre>
  <h4>${say({ nb: 'Svar', en: 'Answer' })}</h4>
  <pre>${outcome.kind === 'answered' ? answerText(outcome) : `${outcome.why}: ${outcome.detail}`}</pre>
  <h4>${say({ nb: 'Spør igjen', en: 'Ask again' })}</h4>
  <pre>${curl(exchange)}</pre>
</details>`
}

function requestText({ request, invented }: Exchange): string {
  const query = Object.entries(request.query).map(([name, value]) => `${name}=${value}`)
  const lines = [
    `${request.method} ${request.path}${query.length === 0 ? '' : `?${query.join('&')}`}`,
    ...authorizationOf(request),
    ...headerLines(request.headers),
    ...headerLines(invented),
    ...(request.body === undefined ? [] : ['', request.body]),
  ]
  const recipe =
    request.token === null || Object.keys(request.token).length === 0
      ? []
      : ['', `token: ${JSON.stringify(request.token)}`]
  const way = request.via === undefined ? [] : ['', `via: ${request.via}`]
  return shortened([...lines, ...recipe, ...way].join('\n'), 6000)
}

const headerLines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`)

function answerText({ status, headers, body, content }: Answered): string {
  return shortened([status, ...headerLines(headers), '', ...contentLines(body, content)].join('\n'), 6000)
}

function contentLines({ text, bytes }: Answered['body'], content: Answered['content']): readonly string[] {
  if (content.form === 'empty') return ['(0 bytes)']
  if (content.form === 'json') return [pretty(content.value)]
  if (content.form === 'text') return [`${text}, ${bytes} bytes`]
  const opened = 'error' in content.opened ? content.opened.error : pretty(content.opened.value)
  return [text, `header ${JSON.stringify(content.header)}`, '', opened]
}

const pretty = (value: unknown) => JSON.stringify(value, null, 2) ?? ''
