import type { Deed, Exchange, Observation } from '../../../contracts/report/evidence.ts'
import type { Redacted } from '../../redact/record.ts'

/** What happened in the story, in the order in which it happened, each with the evidence that it stands on. */

export type Turn =
  | { readonly kind: 'deed'; readonly at: string; readonly deed: Deed }
  | { readonly kind: 'sighting'; readonly at: string; readonly sighting: Observation }
  /** Questions of one kind, one after the other, such as the details of ten accounts. */
  | { readonly kind: 'questions'; readonly at: string; readonly asked: Asked; readonly exchanges: readonly Exchange[] }

/** `other`: hooks that show nothing, such as the one that makes the bank ask. */
export type Asked = 'accounts' | 'details' | 'transactions' | 'state' | 'other'

/** The act whose epochs are told; its scenes are the chapters. */
const act = 'bostyrer/'

export const sceneOf = (epoch: string): string | null => (epoch.startsWith(act) ? epoch.slice(act.length) : null)

export function turnsOf({ exchanges, observations, deeds }: Redacted, scene: string): readonly Turn[] {
  const isHere = ({ epoch }: { readonly epoch: string }) => sceneOf(epoch) === scene
  const turns: Turn[] = [
    ...deeds.filter(isHere).map((deed) => ({ kind: 'deed', at: deed.at, deed }) as const),
    ...observations
      .filter((one) => isHere(one) && one.party === 'brreg')
      .map((sighting) => ({ kind: 'sighting', at: sighting.at, sighting }) as const),
    ...exchanges
      .filter(isHere)
      .map((one) => ({ kind: 'questions', at: one.startedAt, asked: askedIn(one), exchanges: [one] }) as const),
  ]
  const inOrder = turns.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  return joined(inOrder).filter((turn) => turn.kind !== 'questions' || turn.asked !== 'other')
}

export const idsOf = (turn: Turn): readonly string[] => {
  if (turn.kind === 'deed') return [turn.deed.id]
  return turn.kind === 'sighting' ? [turn.sighting.id] : turn.exchanges.map(({ id }) => id)
}

/** Details and transactions are asked for in turn; told together, each kind is one sentence. */
function joined(turns: readonly Turn[]): readonly Turn[] {
  const told: Turn[] = []
  for (const turn of turns) {
    const before = told.findIndex((one) => isSameQuestion(one, turn))
    const earlier = told[before]
    if (earlier?.kind !== 'questions' || turn.kind !== 'questions') told.push(turn)
    else told[before] = { ...earlier, exchanges: [...earlier.exchanges, ...turn.exchanges] }
  }
  return told
}

const isSameQuestion = (one: Turn, other: Turn): boolean =>
  one.kind === 'questions' &&
  other.kind === 'questions' &&
  one.asked === other.asked &&
  (one.asked === 'details' || one.asked === 'transactions')

function askedIn({ request: { path, via } }: Exchange): Asked {
  if (via === 'hook') return path === '/state' ? 'state' : 'other'
  if (path === '/accounts') return 'accounts'
  return path.endsWith('/transactions') ? 'transactions' : 'details'
}
