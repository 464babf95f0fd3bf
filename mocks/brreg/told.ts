import type { Publication } from '../../contracts/konkursvarsel/notice.ts'
import type { Traffic } from '../http/traffic.ts'

/** What somebody who watches Brreg is told beside requests: what it publishes, and what is odd about a time. */

export function tellPublished(traffic: Pick<Traffic, 'tell'>, { notices, filler, published }: Publication): void {
  const types = [...Map.groupBy(notices, ({ type }) => type)]
  const told = types.map(([type, some]) => `${some.length} ${type} about ${aboutWhom(some)}`)
  const more = [
    ...(filler === undefined ? [] : [`${filler.count} of nobody`]),
    ...(published === true ? ['the published test set'] : []),
  ]
  const said = `publishes ${[...told, ...more].join(', ') || 'nothing'}`
  const at = new Date().toISOString()
  traffic.tell({ party: 'brreg', at, method: 'PUBLISH', path: '', status: 200, ms: 0, said })
}

const mostNamed = 5

function aboutWhom(notices: Publication['notices']): string {
  const all = [...new Set(notices.map(({ debtor }) => debtor))]
  const rest = all.length - mostNamed
  return `${all.slice(0, mostNamed).join(' and ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Of a time that is answered; null where there is nothing odd about it. `latest`: of the notices in the list, if any. */
export function oddTime(
  isUsual: boolean,
  { asked, latest }: { readonly asked: number; readonly latest: number | null },
): string | null {
  const odd = [
    ...(isUsual ? [] : ['the time is written otherwise than in the answers (KV-013)']),
    ...(latest !== null && asked > latest
      ? [
          'the time is later than that of every notice: is it that of the last notice read, or of a clock? (KV-010, KV-013)',
        ]
      : []),
  ]
  return odd.length === 0 ? null : odd.join('; ')
}
