import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { type Boundary, beginsWith, boundaryIn, endsWith, headBytes } from '../../../contracts/kfr/batch/multipart.ts'
import type { SeenBatch } from '../../../contracts/kfr/sighting.ts'
import { contextOf, type Site } from '../context.ts'
import { createHead, createTail } from '../ends.ts'
import { createFormParts } from '../form-parts.ts'
import { createPartsReader } from '../multipart.ts'
import type { SpoolWriter } from '../store/spool.ts'
import { createTally } from '../tally.ts'

/** Room for what is around the list. */
const aroundBytes = 64 * 1024

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
  const form = createFormParts(settings, (entry) => {
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
