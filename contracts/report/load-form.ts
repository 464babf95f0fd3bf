import { cadences, type LoadWindow, profileNames } from './load.ts'

/** What a line of `load.ndjson` has to hold before anybody judges by it. */

export type Fields = Readonly<Record<string, unknown>>
type Test = (value: unknown) => boolean
type Shape = Readonly<Record<string, Test>>

/** How a record is mended that does not hang together. */
export const unchanged = 'take the file as the run left it'

const isText: Test = (value) => typeof value === 'string' && value !== ''
const isNumber: Test = (value) => Number.isFinite(value)
const isPlace: Test = (value) => Number.isInteger(value) && Number(value) >= 0
const isCount: Test = (value) => isPlace(value) && value !== 0
const isFlag: Test = (value) => typeof value === 'boolean'
const isDate: Test = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value))
const maybe =
  (test: Test): Test =>
  (value) =>
    value === undefined || value === null || test(value)
const oneOf =
  (known: readonly unknown[]): Test =>
  (value) =>
    known.includes(value)
const shaped =
  (shape: Shape): Test =>
  (value) =>
    value !== null &&
    typeof value === 'object' &&
    Object.entries(shape).every(([name, test]) => test(member(value, name)))
const member = (value: object, name: string): unknown => (value as Fields)[name]
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.every(test)

export const windowShape: Shape = {
  id: (value) => typeof value === 'string' && /^w\d+$/.test(value),
  name: isText,
  profile: oneOf(profileNames),
  part: shaped({ number: isCount, of: isCount }),
  ratePerSecond: (value) => isNumber(value) && Number(value) > 0,
  n: isCount,
  seed: isNumber,
  cadence: oneOf(cadences),
  cap: isNumber,
  deadlineMs: isNumber,
  mix: listOf(shaped({ name: isText, count: isNumber, isJob: isFlag })),
  startedAt: isDate,
  durationMs: isNumber,
  floorMs: maybe(isNumber),
  whole: isFlag,
  compared: isPlace,
  generator: shaped({
    loopDelayP99: isNumber,
    loopDelayMax: isNumber,
    mostConcurrent: isNumber,
    connections: isNumber,
    leaptMs: maybe(isNumber),
  }),
}

/** By the letters of the file. */
export const sampleShape: Shape = {
  n: isPlace,
  k: isText,
  p: isNumber,
  ...Object.fromEntries(['s', 'c', 't', 'w', 'f', 'd', 'a'].map((letter) => [letter, maybe(isNumber)])),
  b: isPlace,
  e: maybe(isText),
  x: maybe(isText),
}

/** @throws {Error} that names the first member which is missing or of another kind */
export function insistOnShape(value: Fields, shape: Shape, what: string): void {
  const wrong = Object.entries(shape).find(([name, test]) => !test(value[name]))
  if (wrong !== undefined) throw new Error(`${what} has no "${wrong[0]}" that can be read; ${unchanged}`)
}

/** Whether both can be windows of one run: each once, and those of a name planned alike. */
export function standsBeside(one: Omit<LoadWindow, 'samples'>, other: Omit<LoadWindow, 'samples'>): boolean {
  if (one.id === other.id || one.profile !== other.profile) return false
  if (one.name !== other.name) return true
  const isAlike = one.part.of === other.part.of && one.n === other.n && one.ratePerSecond === other.ratePerSecond
  return isAlike && one.part.number !== other.part.number
}
