import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { createListReader, type Entry } from '../../../contracts/kfr/batch/grammar.ts'
import {
  type Boundary,
  beginsWith,
  boundaryIn,
  endsWith,
  headBytes,
  partNames,
} from '../../../contracts/kfr/batch/multipart.ts'
import type { SeenBatch } from '../../../contracts/kfr/sighting.ts'
import { contextOf, type Site } from '../context.ts'
import type { ReadForm } from '../form.ts'
import { createPartsReader, type PartReader } from '../multipart.ts'
import type { KfrSettings } from '../settings.ts'
import type { SpoolWriter } from '../store/spool.ts'
import { createTally } from '../tally.ts'
import { hasCheckDigits } from './values.ts'

/** Room for what is around the list. */
const aroundBytes = 64 * 1024
/** What is kept of the end of a body, for the closing delimiter. */
const tailBytes = 256
/** Of a part that is no list. */
const longestText = 1000

/**
 * Reads the form of a batch to its end, as bytes and as parts at once, and writes entries to the spool as they come: a
 * file of ten megabytes is never whole in memory. What is to be said of it is decided by the parts that come after.
 */
export const readForm =
  (site: Site): RequestHandler =>
  async (request, response, next) => {
    const context = contextOf(response)
    const id = randomUUID()
    const writer = site.store.spool.begin(id)
    response.once('close', () => writer.drop())
    const read = await formIn(request, site, writer)
    if (read !== null) context.batch = read.seen
    if (read === null || read.form === null) {
      if (read !== null) context.problems.add('file-too-large')
      response.destroy()
      return
    }
    context.found.form = { id, writer, ...read.form }
    next()
  }

/** Null for a body that is cut off; no form for one that is far larger than any that is taken, which is not read to its end. */
async function formIn(request: Request, { settings, people, today }: Site, writer: SpoolWriter) {
  const most = settings.mostFileBytes + aroundBytes
  const boundary = boundaryIn(request.headers['content-type'])
  const text = 'text' in boundary ? boundary.text : ''
  const tally = createTally(people.seer(), today())
  const form = createForm(settings, (entry) => {
    tally.add(entry)
    writer.write(entry)
  })
  const parts = text === '' ? null : createPartsReader(text, (part) => form.open(part.name))
  const [first, last] = [createHead(headBytes), createTail()]
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > 4 * most) return { seen: cutOff(boundary, size - aroundBytes), form: null }
      first.push(chunk)
      last.push(chunk)
      await parts?.write(chunk)
    }
  } catch {
    return null
  }
  const seenParts = (await parts?.end()) ?? []
  const { type, list, hasBlanks } = form.read()
  const opens = text !== '' && beginsWith(text, first.bytes())
  const closes = text !== '' && endsWith(text, last.bytes())
  const seen: SeenBatch = {
    boundary: boundary.is,
    ...{ opens, closes, parts: seenParts },
    ...(list === null ? {} : { fileBytes: list.bytes, ...(list.tooLarge ? {} : tally.told()) }),
  }
  const tooLarge = list?.tooLarge === true || size > most
  return {
    seen,
    form: {
      ...{ boundary, opens, closes, type, hasBlanks, tooLarge },
      hasList: list !== null,
      wrong: list?.wrong ?? null,
    },
  }
}

const cutOff = (boundary: Boundary, fileBytes: number): SeenBatch => ({
  ...{ boundary: boundary.is, isCut: true, fileBytes },
  ...{ opens: false, closes: false, parts: [] },
})

function createHead(length: number) {
  let kept = Buffer.alloc(0)
  return {
    push(chunk: Buffer) {
      if (kept.length < length) kept = Buffer.concat([kept, chunk.subarray(0, length - kept.length)])
    },
    bytes: () => kept,
  }
}

function createTail() {
  let kept = Buffer.alloc(0)
  return {
    push(chunk: Buffer) {
      kept = Buffer.concat([kept, chunk.subarray(-tailBytes)]).subarray(-tailBytes)
    },
    bytes: () => kept,
  }
}

interface List {
  readonly bytes: number
  readonly tooLarge: boolean
  readonly wrong: ReadForm['wrong']
}

/** Reads the two parts that there are to be; of two of one name the later counts. */
function createForm({ mostFileBytes, checksDigits }: KfrSettings, tell: (entry: Entry) => void) {
  let type: string | null = null
  let list: List | null = null
  let hasBlanks = false
  const readType = (): PartReader => {
    let text = ''
    return {
      push(piece) {
        if (text.length < longestText) text += piece.toString('latin1')
      },
      end() {
        type = text.trim()
        hasBlanks ||= type !== text
      },
    }
  }
  const readList = (): PartReader => {
    let bytes = 0
    let withoutDigits = 0
    const reader = createListReader((entry) => {
      if (checksDigits && !hasCheckDigits(entry.customer)) withoutDigits += 1
      tell(entry)
    })
    return {
      push(piece) {
        bytes += piece.length
        if (bytes <= mostFileBytes) reader.push(piece.toString('latin1'))
      },
      end() {
        const wrong = reader.end() ?? (withoutDigits > 0 ? { problem: 'KFR-005', element: 0 } : null)
        const tooLarge = bytes > mostFileBytes
        list = { bytes, tooLarge, wrong: tooLarge ? null : wrong }
      },
    }
  }
  return {
    open: (name: string | null): PartReader | null =>
      name === partNames.type ? readType() : name === partNames.customers ? readList() : null,
    read: () => ({ type, list: list as List | null, hasBlanks }),
  }
}
