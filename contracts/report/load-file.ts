import type { LoadError, LoadSample, LoadWindow } from './load.ts'

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

/** Hundredths of a millisecond: nothing that is measured here is more exact. */
export const rounded = (ms: number): number => Math.round(ms * 100) / 100

export function loadNdjson(windows: readonly LoadWindow[]): string {
  const first = { kind: 'load', schema: 'samsvar.load/1', members: names, unit: 'ms from the start of the window' }
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

/** @throws {Error} that names the line which is no record of load */
export function parseLoad(text: string): readonly LoadWindow[] {
  const windows: (Omit<LoadWindow, 'samples'> & { samples: LoadSample[] })[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const value = parseLine(line, at + 1)
    if (at === 0 && value.kind !== 'load')
      throw new Error('load, line 1: the first line must be of kind "load"; is this a whole load.ndjson?')
    if (value.kind === 'load') continue
    if (value.kind === 'window') {
      const { kind: _, ...window } = value
      windows.push({ ...(window as unknown as Omit<LoadWindow, 'samples'>), samples: [] })
      continue
    }
    const window = windows.at(-1)
    if (window === undefined) throw new Error(`load, line ${at + 1}: a request stands before any window`)
    window.samples.push(long(value))
  }
  for (const { id, n, whole, samples } of windows)
    if (whole && samples.length !== n)
      throw new Error(`load, window ${id}: ${samples.length} of ${n} requests; the file may have been cut off`)
  return windows
}

function parseLine(line: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line)
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Told below, like everything that is no object.
  }
  throw new Error(`load, line ${number}: no JSON object; the file may have been cut off`)
}

function long(value: Readonly<Record<string, unknown>>): LoadSample {
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
