import type { RunRecord } from '../../contracts/report/report.ts'

/** What two runs with one seed and day must share: everything but ids, times, ports, keys and what follows from them. */
export function likenessOf({ report, exchanges }: RunRecord): unknown {
  const port = new RegExp(new URL(String(report.config.baseUrl)).origin, 'g')
  const results = report.results.map(({ durationMs: _, ...result }) => result)
  const seen = exchanges.map(({ invented, startedAt: _s, durationMs: _d, outcome, ...exchange }) => ({
    ...exchange,
    invented: Object.keys(invented),
    outcome:
      outcome.kind === 'silent' ? outcome : { status: outcome.status, content: withoutCiphertext(outcome.content) },
  }))
  return JSON.parse(
    JSON.stringify({ results, summary: report.summary, seen }).replace(port, 'ORIGIN').replace(now, 'NOW'),
  )
}

/** Balances are registered when they are asked for; everything else in the world stands on the day-anchor. */
const now = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g

function withoutCiphertext(
  content: Extract<RunRecord['exchanges'][number]['outcome'], { kind: 'answered' }>['content'],
) {
  if (content.form !== 'jwe') return content
  return { ...content, header: { ...content.header, kid: 'KID', x5t: 'X5T' }, fresh: null }
}
