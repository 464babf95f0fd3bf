import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ExternalPartyError } from '../../../contracts/control/external-party.ts'
import type { FixtureName } from '../../../contracts/fixtures.ts'
import type { HookName } from '../../../contracts/hooks/protocol.ts'
import type { Exchange } from '../../../contracts/report/evidence.ts'
import { Answer } from '../ask/answer.ts'
import type { Doors } from '../ask/doors.ts'
import { all, inconclusive, isFinding, type Judgement, notTested, type Outcome } from '../judge/judgement.ts'
import type { Target } from '../target.ts'
import { type Condensed, createCollector } from './condense.ts'

/** A check asks through the doors, and judges what was recorded. `judge` is synchronous and has no doors. */
export interface Check {
  readonly verifies: string
  /** Fixtures without which the question cannot be put. */
  readonly needs: readonly FixtureName[]
  /** Fixtures that it asks about as well, where there are some. */
  readonly uses: readonly FixtureName[]
  /** Hooks of the participant without which it cannot be seen here. */
  readonly hooks: readonly HookName[]
  /** Asked before everything else, while nothing of ours is in the participant's caches. */
  readonly whileCold: boolean
  /** When it asks among the others: `late` is after the usual ones, and `last` after everything. */
  readonly turn: Turn
  /** Of what it judges: one that speaks of every answer has to wait until all checks have asked. */
  readonly speaksOf: 'own-answers' | 'every-answer'
  /** Path from the root of the repository, and line. */
  readonly file: string
  /** Puts the questions; what it returns judges them, and is handed all that was recorded where it speaks of every answer. */
  begin(doors: Doors): Promise<(recorded: readonly Exchange[]) => Judgement | Condensed>
}

/**
 * `first`: it makes the participant forget what it has learned. `early`: it needs that nothing was published. `late`: it moves the clock. `last`: what it does stays
 * done, and a participant that it harms answers nobody afterwards.
 */
export type Turn = 'first' | 'early' | 'usual' | 'late' | 'last'

interface Declared {
  readonly verifies: string
  readonly needs?: readonly FixtureName[]
  readonly uses?: readonly FixtureName[]
  readonly hooks?: readonly HookName[]
  readonly whileCold?: boolean
  readonly turn?: Turn
}

/** One requirement, one question, one judgement. */
export interface CheckDefinition<Evidence> extends Declared {
  readonly ask: (doors: Doors) => Promise<Evidence>
  readonly judge: (evidence: Evidence) => Judgement
}

/** A requirement on every answer of a kind, whoever asked for it. */
export interface InvariantDefinition extends Declared {
  /** Provokes answers of the kind, so that the invariant does not depend on what else was selected. */
  readonly ask: (doors: Doors) => Promise<unknown>
  /** Of which kind an exchange is, among those that the requirement speaks of; null when it speaks of another. */
  readonly kindOf: (answer: Answer, target: Target) => string | null
  /** So many of each kind at least; fewer prove nothing. */
  readonly atLeast: Readonly<Record<string, number>>
  /** Judges one of them; all of them stand beside it. */
  readonly each: (answer: Answer, population: readonly Answer[], target: Target) => Judgement
}

export function defineCheck<Evidence>(meta: ImportMeta, definition: CheckDefinition<Evidence>): Check {
  return declare(meta, definition, 'own-answers', async (doors) => {
    const evidence = await definition.ask(doors)
    return () => definition.judge(evidence)
  })
}

export function defineInvariant(meta: ImportMeta, definition: InvariantDefinition): Check {
  return declare(meta, definition, 'every-answer', async (doors) => {
    const refused = await definition.ask(doors).then(() => null, externalParty)
    return (recorded) => judgePopulation(definition, recorded, doors.target, refused)
  })
}

/** What an external party would not do for it takes nothing from what was seen; every other error is one. */
function externalParty(error: unknown): ExternalPartyError {
  if (error instanceof ExternalPartyError) return error
  throw error
}

function judgePopulation(
  { kindOf, atLeast, each }: InvariantDefinition,
  recorded: readonly Exchange[],
  target: Target,
  refused: ExternalPartyError | null,
): Condensed {
  const answers = recorded.map((exchange) => new Answer(exchange))
  const members = answers
    .map((answer) => ({ answer, kind: kindOf(answer, target) }))
    .filter(({ kind }) => kind !== null)
  const short = Object.entries(atLeast).flatMap(([kind, needed]) => {
    const seen = members.filter((member) => member.kind === kind).length
    return seen >= needed
      ? []
      : inconclusive('nothing-to-iterate', `${seen} of ${kind} were seen, ${needed} are needed`)
  })
  const population = members.map(({ answer }) => answer)
  const collector = createCollector()
  for (const answer of population) collector.add(each(answer, population, target))
  if (refused === null || short.length === 0) {
    collector.add(short)
    return collector.condensed()
  }
  // Too few for a pass, since a party would not do its part; a breach stays one.
  const { judgement, omitted } = collector.condensed()
  return { judgement: all(judgement.filter(isRed), notTested('external-party', refused.message)), omitted }
}

const isRed = (outcome: Outcome) => isFinding(outcome) && outcome.weight !== 'note'

function declare(
  meta: ImportMeta,
  { verifies, needs = [], uses = [], hooks = [], whileCold = false, turn = 'usual' }: Declared,
  speaksOf: Check['speaksOf'],
  begin: Check['begin'],
): Check {
  return { verifies, needs, uses, hooks, whileCold, turn, speaksOf, file: `${pathOf(meta)}:${lineOf(meta)}`, begin }
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const pathOf = ({ filename }: ImportMeta) => relative(root, filename).replaceAll('\\', '/')

/** The line on which the definition begins: type stripping keeps lines, so the call stack knows it. */
function lineOf({ url }: ImportMeta): number {
  const frame = new Error().stack?.split('\n').find((line) => line.includes(url))
  return Number(frame?.match(/:(\d+):\d+\)?$/)?.[1] ?? 1)
}
