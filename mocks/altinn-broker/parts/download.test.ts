import { once } from 'node:events'
import { get } from 'node:http'
import { Readable } from 'node:stream'
import type { Response } from 'express'
import { expect, it } from 'vitest'
import { listen } from '../../http/listen.ts'
import { pour } from './download.ts'

/** A caller who hangs up as soon as so many bytes are there, while the broker still looks whether there are more. */
it.each([
  ['when everything is there, has it whole', 11, 11, true],
  ['in the middle, has not', 20_000_000, 1, false],
])('who hangs up %s', async (_when, size, enough, whole) => {
  const download = { bytes: size, whole: false }
  const poured = Promise.withResolvers<void>()
  const listener = await listen(
    (_request, response) => {
      const ended = once(response, 'close')
      const file = Readable.from(
        (async function* () {
          yield Buffer.alloc(size)
          await ended
        })(),
      )
      response.setHeader('Content-Length', size)
      pour(file, response as Response, download, true).then(poured.resolve, poured.reject)
    },
    { identity: null, name: 'A broker' },
  )
  const [answer] = await once(get(listener.url, { agent: false }), 'response')
  let received = 0
  for await (const chunk of answer) {
    received += chunk.length
    if (received >= enough) break
  }
  await poured.promise
  expect(download.whole).toBe(whole)
  await listener.close()
})
