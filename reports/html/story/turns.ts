import type { Stimulus } from '../../../contracts/control/protocol.ts'
import type { Deed, Exchange, Observation, Waited } from '../../../contracts/report/evidence.ts'
import type { Redacted } from '../../redact/record.ts'

/** What happened in the story, in the order in which it happened, each with the evidence that it stands on. */

export type Turn =
  | { readonly kind: 'deed'; readonly at: string; readonly deed: Deed }
  /** What bosiden learned of the register, and what the register saw of it. */
  | { readonly kind: 'look-up'; readonly at: string; readonly deed: Deed; readonly seen: readonly Observation[] }
  | { readonly kind: 'sighting'; readonly at: string; readonly sighting: Observation }
  /** Questions of one kind, one after the other, such as the details of ten accounts. */
  | { readonly kind: 'questions'; readonly at: string; readonly asked: Asked; readonly exchanges: readonly Exchange[] }

/** `other`: hooks that show nothing, such as the one that makes the bank ask. */
export type Asked = 'accounts' | 'details' | 'transactions' | 'state' | 'other'

/** The act whose epochs are told; its scenes are the chapters. */
const act = 'bostyrer/'
/** Whom it is about. */
const debtor = 'K1'

const sceneOf = (epoch: string): string | null => (epoch.startsWith(act) ? epoch.slice(act.length) : null)

export function turnsOf({ exchanges, observations, deeds }: Redacted, scene: string): readonly Turn[] {
  const isHere = ({ epoch }: { readonly epoch: string }) => sceneOf(epoch) === scene
  const seen = observations.filter(isHere)
  const turns: Turn[] = [
    ...deeds
      .filter((deed) => isHere(deed) && !isUndone(deed) && !isInstant(deed))
      .map((deed) => (deed.does === 'lookUp' ? lookUpOf(deed, seen) : ({ kind: 'deed', at: deed.at, deed } as const))),
    ...seen
      .filter((one) => one.party === 'brreg' || isReport(one))
      .map((sighting) => ({ kind: 'sighting', at: sighting.at, sighting }) as const),
    ...exchanges
      .filter(isHere)
      .map((one) => ({ kind: 'questions', at: one.startedAt, asked: askedIn(one), exchanges: [one] }) as const),
  ]
  const inOrder = turns.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  return joined(inOrder).filter((turn) => turn.kind !== 'questions' || turn.asked !== 'other')
}

/** Of the bank to the register of customers; that it looks there in vain is no part of the story. */
const isReport = ({ kfr }: Observation) =>
  kfr?.customer?.fixture === debtor &&
  (kfr.operation === 'add' || kfr.operation === 'end' || (kfr.operation === 'own' && kfr.named === 1))

/** The scene is set: the relationship is put into the register, which may have no place for it. */
export const isHolding = ({ does, told }: Pick<Deed, 'does' | 'told'>) =>
  does === 'stimulate' && (told as { readonly stimulus: Stimulus }).stimulus.does === 'holds'

/** What could not be done is told by what was not possible without it. */
const isUndone = (deed: Deed) => isHolding(deed) && 'failed' in (deed.outcome as object)

/** Nobody had to wait. */
const isInstant = ({ does, outcome }: Deed) =>
  does === 'wait' && (outcome as Waited).met && (outcome as Waited).seconds === 0

const lookUpOf = (deed: Deed, seen: readonly Observation[]) =>
  ({ kind: 'look-up', at: deed.at, deed, seen: seen.filter(({ kfr }) => kfr?.operation === 'relationships') }) as const

export const idsOf = (turn: Turn): readonly string[] => {
  if (turn.kind === 'deed') return [turn.deed.id]
  if (turn.kind === 'look-up') return [turn.deed.id, ...turn.seen.map(({ id }) => id)]
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
