import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DebtorName } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import type { Exchange } from '../../../contracts/report/evidence.ts'
import { Answer } from '../ask/answer.ts'
import type { Doors } from '../ask/doors.ts'
import { all, inconclusive, type Judgement } from '../judge/judgement.ts'

/** A check asks through the doors, and judges what was recorded. `judge` is synchronous and has no doors. */
export interface Check {
  readonly verifies: string
  /** Fixtures without which the question cannot be put. */
  readonly needs: readonly DebtorName[]
  /** Asked before everything else, while nothing of ours is in the participant's caches. */
  readonly whileCold: boolean
  /** Path from the root of the repository, and line. */
  readonly file: string
  /** Puts the questions; what it returns judges them once all checks have asked. */
  begin(doors: Doors): Promise<(recorded: readonly Exchange[]) => Judgement>
}

interface Declared {
  readonly verifies: string
  readonly needs?: readonly DebtorName[]
  readonly whileCold?: boolean
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
  readonly kindOf: (answer: Answer) => string | null
  /** So many of each kind at least; fewer prove nothing. */
  readonly atLeast: Readonly<Record<string, number>>
  /** Judges one of them; all of them stand beside it. */
  readonly each: (answer: Answer, population: readonly Answer[]) => Judgement
}

export function defineCheck<Evidence>(meta: ImportMeta, definition: CheckDefinition<Evidence>): Check {
  return declare(meta, definition, async (doors) => {
    const evidence = await definition.ask(doors)
    return () => definition.judge(evidence)
  })
}

export function defineInvariant(meta: ImportMeta, definition: InvariantDefinition): Check {
  return declare(meta, definition, async (doors) => {
    await definition.ask(doors)
    return (recorded) => judgePopulation(definition, recorded)
  })
}

function judgePopulation(invariant: InvariantDefinition, recorded: readonly Exchange[]): Judgement {
  const { kindOf, atLeast, each } = invariant
  const answers = recorded.map((exchange) => new Answer(exchange))
  const members = answers.map((answer) => ({ answer, kind: kindOf(answer) })).filter(({ kind }) => kind !== null)
  const short = Object.entries(atLeast).flatMap(([kind, needed]) => {
    const seen = members.filter((member) => member.kind === kind).length
    return seen >= needed
      ? []
      : inconclusive('nothing-to-iterate', `${seen} of ${kind} were seen, ${needed} are needed`)
  })
  const population = members.map(({ answer }) => answer)
  return all(
    population.flatMap((answer) => each(answer, population)),
    short,
  )
}

function declare(
  meta: ImportMeta,
  { verifies, needs = [], whileCold = false }: Declared,
  begin: Check['begin'],
): Check {
  return { verifies, needs, whileCold, file: `${pathOf(meta)}:${lineOf(meta)}`, begin }
}

const root = fileURLToPath(new URL('../../../', import.meta.url))
const pathOf = ({ filename }: ImportMeta) => relative(root, filename).replaceAll('\\', '/')

/** The line on which the definition begins: type stripping keeps lines, so the call stack knows it. */
function lineOf({ url }: ImportMeta): number {
  const frame = new Error().stack?.split('\n').find((line) => line.includes(url))
  return Number(frame?.match(/:(\d+):\d+\)?$/)?.[1] ?? 1)
}
