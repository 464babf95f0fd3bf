import type { Publication } from '../../contracts/konkursvarsel/notice.ts'
import type { Deed } from '../../contracts/report/evidence.ts'
import type { Gate } from './gate.ts'

/** What the harness did, as it may be told. It is all of our own making, and names fixtures. */
export const redactDeed = (gate: Gate, deed: Deed): Deed => ({
  ...deed,
  epoch: gate.prose(deed.epoch),
  told: redactOurs(gate, deed.told),
  outcome: redactOurs(gate, deed.outcome),
})

/** Ids that the harness invented: of the notices that it had published. */
export const publishedIn = ({ does, told }: Deed): readonly string[] =>
  does === 'publish' ? (told as { publication: Publication }).publication.notices.map(({ uuid }) => uuid) : []

function redactOurs(gate: Gate, value: unknown): unknown {
  if (typeof value === 'string') return gate.own(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => redactOurs(gate, item))
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, redactOurs(gate, member)]))
}
