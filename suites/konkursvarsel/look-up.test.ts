import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IsoDate } from '../../contracts/calendar.ts'
import { nobody } from '../../contracts/control/nobody.ts'
import type { Control } from '../../contracts/control/protocol.ts'
import { register } from '../../contracts/register.ts'
import { loadChecks } from '../checks.ts'
import { run } from '../kit/run/engine.ts'
import type { Target } from '../kit/target.ts'
import { quietly } from '../kit/testing/quietly.ts'
import { referenceTarget } from '../targets/reference.ts'

/** What the register of customers says is told, and nobody is judged by it: it is ours, and not the participant's. */

const checks = await loadChecks(['konkursvarsel'])
const requirements = register.filter(({ id }) => id === 'KV-041')
let target: Target
beforeAll(async () => {
  target = await referenceTarget({ seed: 1, day: '2026-11-20' as IsoDate, faults: [], areas: ['konkursvarsel'] })
})
afterAll(() => target.close())

/** One more run of the story, with parties that are otherwise. */
async function told(runId: string, changes: Partial<Control>, { reports = false } = {}) {
  await target.control.stimulate({ stimulus: { party: 'kfr', does: 'loses', customer: 'K1' } })
  const { kfr, ...without } = target
  const record = await run({
    ...quietly,
    target: { ...without, ...(reports && kfr ? { kfr } : {}), control: { ...target.control, ...changes } },
    rows: { requirements, isSelected: (id) => id === 'KV-041' },
    checks,
    runId,
  })
  const verdicts = record.report.results.map(({ verdict }) => verdict)
  const deeds = record.deeds.filter(({ does }) => does === 'lookUp' || does === 'stimulate')
  return { verdicts, errors: record.report.errors, deeds, seen: record.observations }
}

describe('the look-up of a bostyrer', () => {
  it('finds the bank that has reported its customer', async () => {
    const { verdicts, deeds, seen } = await told('reports', {}, { reports: true })
    expect(verdicts).toEqual(['pass'])
    expect(seen.filter(({ kfr }) => kfr?.operation === 'add')).toMatchObject([{ kfr: { customer: { fixture: 'K1' } } }])
    expect(deeds).toMatchObject([
      { does: 'lookUp', outcome: { status: 200, banks: [{ organizationID: target.participant.organisationNumber }] } },
    ])
  })

  it('finds a bank that reports nothing, since its customer is a part of the scene', async () => {
    const { verdicts, deeds } = await told('scene', {})
    expect(verdicts).toEqual(['pass'])
    expect(deeds).toMatchObject([
      { does: 'stimulate', told: { stimulus: { does: 'holds', customer: 'K1' } }, outcome: {} },
      { does: 'lookUp', outcome: { status: 200, banks: [{ organizationID: target.participant.organisationNumber }] } },
    ])
  })

  const period = { from: '2025-11-20', to: '2026-11-20' }
  it.each<[string, Partial<Control>]>([
    ['names nobody', { lookUp: async () => ({ status: 200, code: null, period, banks: [] }) }],
    ['is not answered by KAR', { lookUp: async () => ({ status: 504, code: 'KFR-007', period, banks: [] }) }],
    ['meets parties without a register', { lookUp: nobody.lookUp, stimulate: nobody.stimulate }],
  ])('that %s makes nothing red, and nothing open', async (name, changes) => {
    const { verdicts, errors, deeds } = await told(name, changes)
    expect([verdicts, errors]).toEqual([['pass'], []])
    expect(deeds.map(({ does }) => does)).toEqual(['stimulate', 'lookUp'])
  })
})
