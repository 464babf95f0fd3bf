import { describe, expect, it } from 'vitest'
import type { Exchange } from '../contracts/report/evidence.ts'
import { evidenceNdjson, parseEvidence } from './evidence.ts'
import { golden as record } from './golden/record.ts'

const text = `${'['.repeat(10_000)}${']'.repeat(10_000)}`

describe('evidence', () => {
  it('holds a sealed text that nests too deep to be read, and does not go down in it', () => {
    const [first] = record.exchanges
    const opened = { text, value: undefined, unread: 'too-deep', by: 0 } as const
    const content = { form: 'jwe', compact: true, header: {}, opened, fresh: null } as const
    const outcome = { kind: 'answered', status: 200, headers: {}, body: { text: '', bytes: 1 }, content } as const
    const deep = { ...(first as Exchange), outcome }
    const written = evidenceNdjson({ ...record, exchanges: [deep] })
    expect(parseEvidence(written).exchanges).toEqual([deep])
  })
})
