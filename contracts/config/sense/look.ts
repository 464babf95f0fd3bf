import { type IsoDate, parseIsoDate } from '../../calendar.ts'

/** Looks into a configuration of which nothing is known yet: what has the wrong shape is the schema's business. */

export type Steps = readonly (string | number)[]

/** What makes no sense although it has the right shape. */
export interface Nonsense {
  readonly steps: Steps
  readonly wrong: string
  readonly remedy: string
}

/** Speaks of one thing; `today` is the day of the configuration, or the real one. */
export type Sense = (config: unknown, today: IsoDate) => readonly Nonsense[]

export function at(value: unknown, ...steps: Steps): unknown {
  return steps.reduce<unknown>(
    (here, step) => (typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined),
    value,
  )
}

export function textAt(value: unknown, ...steps: Steps): string | undefined {
  const found = at(value, ...steps)
  return typeof found === 'string' ? found : undefined
}

export function dateAt(value: unknown, ...steps: Steps): IsoDate | undefined {
  const date = parseIsoDate(at(value, ...steps))
  return date.ok ? date.value : undefined
}

export function listAt(value: unknown, ...steps: Steps): readonly unknown[] {
  const found = at(value, ...steps)
  return Array.isArray(found) ? found : []
}

/** The fixtures that stand there, by name. */
export function fixturesIn(config: unknown): readonly (readonly [string, object])[] {
  const fixtures = at(config, 'fixtures')
  if (typeof fixtures !== 'object' || fixtures === null) return []
  return Object.entries(fixtures).filter(
    (entry): entry is [string, object] => typeof entry[1] === 'object' && entry[1] !== null,
  )
}
