import type { LoadError, LoadSample, LoadWindow } from './load.ts'
import { type Fields, insistOnShape, sampleShape, standsBeside, unchanged, windowShape } from './load-form.ts'

/**
 * `load.ndjson`: for each window one line that tells of it, and one short line for each of its requests. A letter stands
 * before every number, so that no two of them can be read as the number of a person or of an account.
 */

const names = {
  n: 'n',
  k: 'kind',
  p: 'planned',
  s: 'sent',
  c: 'connected',
  t: 'secured',
  w: 'written',
  f: 'firstByte',
  d: 'done',
  a: 'status',
  b: 'bytes',
  e: 'error',
  r: 'again',
  x: 'wrong',
} as const satisfies Record<string, keyof LoadSample>

const entries = Object.entries(names)

/** A reader of an older form would judge what it does not know. */
const schema = 'samsvar.load/1'

/** Hundredths of a millisecond: nothing that is measured here is more exact. */
export const rounded = (ms: number): number => Math.round(ms * 100) / 100

interface WindowBeingRead extends Omit<LoadWindow, 'samples'> {
  readonly samples: LoadSample[]
}

export function loadNdjson(windows: readonly LoadWindow[]): string {
  const first = { kind: 'load', schema, members: names, unit: 'ms from the start of the window' }
  const lines = windows.flatMap(({ samples, ...window }) => [{ kind: 'window', ...window }, ...samples.map(short)])
  return [first, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
}

const short = (sample: LoadSample): object =>
  Object.fromEntries(
    entries.flatMap(([letter, name]) => {
      const value = sample[name] ?? null
      if (value === null) return []
      return [[letter, typeof value === 'number' ? rounded(value) : value]]
    }),
  )

/** @throws {Error} that names the line which is no record of load, and how to mend it */
export function parseLoad(text: string): readonly LoadWindow[] {
  const windows: WindowBeingRead[] = []
  let hasBegun = false
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const place = `load, line ${at + 1}`
    if (!hasBegun) {
      insistOnBeginning(line, place)
      hasBegun = true
      continue
    }
    const value = parseLine(line, place)
    if (value.kind === 'load') throw new Error(`${place}: another record begins here; judge each file by itself`)
    const window = windows.at(-1)
    if (value.kind === 'window') windows.push(windowFrom(value, windows, place))
    else if (window === undefined) throw new Error(`${place}: a request stands before any window`)
    else window.samples.push(sampleFrom(value, window, place))
  }
  for (const { id, n, whole, samples } of windows)
    if (whole && samples.length !== n)
      throw new Error(
        `load, window ${id}: ${samples.length} of ${n} requests; the file may have been cut off, ${unchanged}`,
      )
  return windows
}

function insistOnBeginning(line: string, place: string): void {
  const { kind, schema: form } = objectIn(line) ?? {}
  if (kind !== 'load') throw new Error(`${place}: the first line must be of kind "load"; is this a whole load.ndjson?`)
  if (form === schema) return
  const found = typeof form === 'string' ? `the form "${form}"` : 'a form without a name'
  throw new Error(`${place}: ${found} is not read here, only "${schema}" is; take the samsvar that wrote it`)
}

function windowFrom(value: Fields, before: readonly WindowBeingRead[], place: string): WindowBeingRead {
  insistOnShape(value, windowShape, `${place}: the window`)
  const { kind: _, ...told } = value
  const window = { ...(told as unknown as Omit<LoadWindow, 'samples'>), samples: [] }
  const stranger = before.find((other) => !standsBeside(other, window))
  if (stranger === undefined) return window
  throw new Error(`${place}: ${window.id} cannot be of the same run as ${stranger.id}; judge each run by itself`)
}

function sampleFrom(value: Fields, { id, n, mix, samples }: WindowBeingRead, place: string): LoadSample {
  insistOnShape(value, sampleShape, `${place}: the request`)
  const sample = long(value)
  if (sample.n <= (samples.at(-1)?.n ?? -1) || sample.n >= n)
    throw new Error(`${place}: request ${sample.n} does not come next in ${id}, which has ${n}; ${unchanged}`)
  if (mix.every(({ name }) => name !== sample.kind))
    throw new Error(`${place}: ${id} has no requests of kind ${JSON.stringify(sample.kind)}; ${unchanged}`)
  return sample
}

function parseLine(line: string, place: string): Fields {
  const value = objectIn(line)
  if (value === null) throw new Error(`${place}: no JSON object; the file may have been cut off, ${unchanged}`)
  return value
}

function objectIn(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line)
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : null
  } catch {
    return null
  }
}

function long(value: Fields): LoadSample {
  const time = (letter: string) => (typeof value[letter] === 'number' ? value[letter] : null)
  return {
    n: Number(value.n),
    kind: String(value.k),
    planned: Number(value.p),
    sent: time('s'),
    connected: time('c'),
    secured: time('t'),
    written: time('w'),
    firstByte: time('f'),
    done: time('d'),
    status: time('a'),
    bytes: Number(value.b),
    error: (value.e as LoadError | undefined) ?? null,
    ...(value.r === true ? { again: true } : {}),
    ...(typeof value.x === 'string' ? { wrong: value.x } : {}),
  }
}
