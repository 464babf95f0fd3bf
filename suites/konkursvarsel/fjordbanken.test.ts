import { describe, expect, it } from 'vitest'
import { judgeFjordbanken, toldOf } from '../testing/judge-fjordbanken.ts'

/** A second bank follows Brreg otherwise, where the documents leave room: what is red here is red by mistake. */

/** Rows that only warn of it, and why. */
const warned: Readonly<Record<string, string>> = {
  'KV-010': 'its watermark is its own clock less two days, as it declares (reading: overlap-watermark)',
  'KV-018': 'the same: after an empty list it asks from a later time',
  'KV-038': 'a loan stays as it was (reading: loans-and-clients)',
  'KV-074': 'the same',
}

const record = await judgeFjordbanken('konkursvarsel')
const told = (verdict: string) => toldOf(record, verdict)

describe('the second bank', () => {
  it('gets no fail', () => expect(told('fail')).toEqual([]))

  it('warns only where it is said above', () =>
    expect(told('warn').filter(({ requirement }) => !(requirement in warned))).toEqual([]))

  it('leaves nothing open', () => expect(told('inconclusive')).toEqual([]))

  it('leaves the harness without an error', () => expect(record.report.errors).toEqual([]))

  it('is found by a bostyrer, since the customer of a bank that reports nothing is a part of the scene', () => {
    const [found] = record.deeds.filter(({ does }) => does === 'lookUp')
    expect(found?.outcome).toMatchObject({ status: 200, banks: [{ bankName: 'Fjordbanken' }] })
  })

  it('is not judged where its test environment has no hook for it', () => {
    const open = record.report.results.filter(({ reason }) => reason === 'unobservable-here')
    expect(open.map(({ requirement }) => requirement)).toEqual(['KV-042', 'KV-049', 'KV-053', 'KV-073'])
  })
})
