import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roots } from '../messages.ts'
import { schemaVersions } from '../profile.ts'
import { schemaViolations } from '../schemas.ts'
import { arbitraryMessages } from '../testing/arbitraries.ts'
import { messagesIn, openPayload } from '../transfer/open.ts'
import { payloadOf } from '../transfer/payload.ts'
import { xmlOf } from './build.ts'
import type { MessageOf } from './messages.ts'
import { readMessage } from './read.ts'

/** A thousand for each message, the same ones in every run. */
const settings = { numRuns: 1000, seed: 20_261_127 }

describe.each(roots)('%s', (root) => {
  const arbitrary = arbitraryMessages[root] as fc.Arbitrary<MessageOf[typeof root]>

  it('is valid in its version, whatever it tells', () => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(...schemaVersions), (message, version) => {
        expect(schemaViolations(xmlOf(root, message, { version }), version)).toEqual([])
      }),
      settings,
    )
  })

  it('comes out of its archive as it went in, and the archive is the same each time', () => {
    fc.assert(
      fc.property(arbitrary, (message) => {
        const payload = payloadOf(root, message)
        expect(payloadOf(root, message)).toEqual(payload)
        const opened = openPayload(payload)
        const [found] = opened.ok ? messagesIn(opened.value) : []
        expect(found && readMessage(found.xml)).toEqual({ ok: true, value: { root, message } })
      }),
      { ...settings, numRuns: 100 },
    )
  })
})
