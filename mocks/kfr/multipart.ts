import { Dicer } from '@fastify/busboy'
import type { SeenPart } from '../../contracts/kfr/sighting.ts'

/** The parts of a form, as they come. What the bytes around them look like is looked at elsewhere (contracts/kfr/batch). */

export interface PartReader {
  push(piece: Buffer): void
  end(): void
}

interface PartsReader {
  /** Resolves when more may be written. */
  write(chunk: Buffer): Promise<void>
  /** What was seen, when everything has been read that could be. */
  end(): Promise<readonly SeenPart[]>
}

/** Parts in a form: nobody sends more than a few. */
const mostParts = 20

/** `open` is asked for a reader of every part; null where nobody reads it. */
export function createPartsReader(boundary: string, open: (part: SeenPart) => PartReader | null): PartsReader {
  const parser = new Dicer({ boundary })
  const seen: SeenPart[] = []
  let broken = false
  const finished = new Promise<void>((resolve) => {
    parser.once('finish', () => resolve())
    parser.on('error', () => {
      broken = true
      resolve()
    })
  })
  parser.on('part', (stream) => {
    let reader: PartReader | null = null
    stream.on('header', (header) => {
      const part = partIn(header as Headers)
      if (seen.length < mostParts) {
        seen.push(part)
        reader = open(part)
      }
    })
    stream.on('data', (piece) => reader?.push(piece as Buffer))
    stream.on('end', () => reader?.end())
    stream.on('error', () => {
      broken = true
    })
  })
  return {
    async write(chunk) {
      if (broken || parser.write(chunk)) return
      await Promise.race([new Promise((resolve) => parser.once('drain', resolve)), finished])
    },
    async end() {
      if (!broken) parser.end()
      await finished
      return seen
    },
  }
}

type Headers = Readonly<Record<string, readonly string[] | undefined>>

/** Semicolons at the end, as in the published example, are nothing. */
function partIn(header: Headers): SeenPart {
  const disposition = header['content-disposition']?.[0] ?? ''
  const parameter = (name: string) =>
    new RegExp(`;\\s*${name}\\*?=(?:"([^"]*)"|([^;\\s]*))`, 'i')
      .exec(disposition)
      ?.slice(1)
      .find((text) => text !== undefined)
  const mediaType = header['content-type']?.[0]?.split(';')[0]?.trim().toLowerCase()
  return {
    name: parameter('name') ?? null,
    hasFileName: parameter('filename') !== undefined,
    mediaType: mediaType ?? null,
  }
}
