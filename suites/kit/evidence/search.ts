import type { Needle } from './needles.ts'

/** Finds many short byte strings in one pass over a stream, however it is cut. */
interface Search {
  push(chunk: Buffer): void
  /** How often each form was found. */
  found(): Readonly<Record<string, number>>
}

export function createSearch(needles: readonly Needle[]): Search {
  const byStart = Map.groupBy(needles, ({ bytes }) => bytes.readUInt32BE(0))
  const possible = new Uint8Array(0x1_0000)
  for (const { bytes } of needles) possible[bytes.readUInt16BE(0)] = 1
  const overlap = Math.max(4, ...needles.map(({ bytes }) => bytes.length)) - 1
  const counts = new Map<string, number>()
  let rest: Buffer = Buffer.alloc(0)

  /** Whatever begins before `end`; the bytes behind it are there to be compared with. */
  const look = (whole: Buffer, end: number) => {
    for (let at = 0; at < end; at += 1) {
      if (possible[((whole[at] ?? 0) << 8) | (whole[at + 1] ?? 0)] === 0 || at + 4 > whole.length) continue
      for (const { form, bytes } of byStart.get(whole.readUInt32BE(at)) ?? [])
        if (at + bytes.length <= whole.length && whole.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0)
          counts.set(form, (counts.get(form) ?? 0) + 1)
    }
  }

  return {
    push: (chunk) => {
      const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const end = Math.max(0, whole.length - overlap)
      look(whole, end)
      rest = Buffer.from(whole.subarray(end))
    },
    found: () => {
      look(rest, rest.length)
      rest = Buffer.alloc(0)
      return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    },
  }
}
