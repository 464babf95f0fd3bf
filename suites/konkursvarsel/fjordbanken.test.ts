import { describe, expect, it } from 'vitest'
import { parseIsoDate } from '../../contracts/calendar.ts'
import { register } from '../../contracts/register.ts'
import { loadChecks } from '../checks.ts'
import { run } from '../kit/run/engine.ts'
import { quietly } from '../kit/testing/quietly.ts'
import { fjordbankenTarget } from '../targets/fjordbanken.ts'

/** A second bank follows Brreg otherwise, where the documents leave room: what is red here is red by mistake. */

/** Rows that only warn of it, and why. */
const warned: Readonly<Record<string, string>> = {
  'KV-010': 'its watermark is its own clock less two days, as it declares (reading: overlap-watermark)',
  'KV-018': 'the same: after an empty list it asks from a later time',
  'KV-038': 'a loan stays as it was (reading: loans-and-clients)',
  'KV-074': 'the same',
}

const area = 'konkursvarsel'
const record = await judgeFjordbanken()

async function judgeFjordbanken() {
  const day = parseIsoDate('2026-11-20')
  if (!day.ok) throw new Error('the day of the tests is no day')
  const target = await fjordbankenTarget({ seed: 1, day: day.value, areas: [area] })
  try {
    return await run({
      target,
      rows: { requirements: register.filter((row) => row.area === area), isSelected: () => true },
      checks: await loadChecks([area]),
      ...quietly,
    })
  } finally {
    await target.close()
  }
}

const told = (verdict: string) =>
  record.report.results
    .filter((result) => result.verdict === verdict)
    .map(({ requirement, message, findings }) => ({
      requirement,
      message,
      findings: findings.filter(({ weight }) => weight !== 'note').slice(0, 3),
    }))

describe('the second bank', () => {
  it('gets no fail', () => expect(told('fail')).toEqual([]))

  it('warns only where it is said above', () =>
    expect(told('warn').filter(({ requirement }) => !(requirement in warned))).toEqual([]))

  it('leaves nothing open', () => expect(told('inconclusive')).toEqual([]))

  it('leaves the harness without an error', () => expect(record.report.errors).toEqual([]))

  it('is not judged where its test environment has no hook for it', () => {
    const open = record.report.results.filter(({ reason }) => reason === 'unobservable-here')
    expect(open.map(({ requirement }) => requirement)).toEqual(['KV-042', 'KV-049', 'KV-053'])
  })
})
