import { describe, expect, it } from 'vitest'
import type { KfrSighting } from '../../contracts/kfr/sighting.ts'
import type { Gate } from './gate.ts'
import { redactGrant, redactKfr } from './kfr.ts'

/** A gate that lets nothing through that has nine digits or more. */
const gate = { prose: (text: string) => text.replaceAll(/\d{9,}/g, '{number}') } as Gate

const number = '310000018'

const sighting: KfrSighting = {
  operation: 'batch',
  institution: number,
  type: `DSOPBANK${number}`,
  token: {
    believed: true,
    scopes: [`bits:${number}`],
    organisation: number,
    method: number,
    issued: 1,
    expires: 2,
    late: 0,
  },
  customer: { digest: 'a1b2', fixture: 'F2', kind: 'person', synthetic: true },
  period: { from: number, to: null },
  batch: {
    boundary: 'bare',
    opens: true,
    closes: true,
    parts: [{ name: number, hasFileName: true, mediaType: number }],
  },
  problems: [],
}

describe('what the register and Maskinporten saw', () => {
  it('is told without a number that the participant chose', () => {
    const told = JSON.stringify(redactKfr(gate, sighting))
    expect(told).not.toContain(number)
    expect(told).toContain('"fixture":"F2"')
  })

  it('is told of a grant likewise', () => {
    const certificate = { organisationNumber: number, trusted: true }
    const grant = {
      clientId: number,
      alg: number,
      kid: number,
      certificates: 1,
      certificate,
      audience: 'issuer',
    } as const
    const times = { issued: 1, notBefore: null, expires: 2 }
    expect(JSON.stringify(redactGrant(gate, { ...grant, scopes: [number], ...times }))).not.toContain(number)
  })
})
