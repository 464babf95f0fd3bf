import { describe, expect, it } from 'vitest'
import type { Deed } from '../../../contracts/report/evidence.ts'
import { golden } from '../../golden/record.ts'
import { redact } from '../../redact/record.ts'
import { story, storyIds } from './story.ts'

const redacted = redact(golden)
const page = story(redacted).text

describe('the story of a bostyrer', () => {
  it('is told in the order in which it happened', () => {
    const told = [
      'kunngjør aapning (K1)',
      'spør om nytt, og får 1 varsel',
      'spør Kundeforholdsregisteret (KFR) hvor K1 eier konto',
      'spør om kontoene, og får 403',
    ]
    const places = told.map((text) => page.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('marks what was wrong where it happened, and nothing else', () => {
    expect([...page.matchAll(/class="wrong fail"/g)]).toHaveLength(1)
    expect(page).toMatch(/href="#x8"[\s\S]*?class="wrong fail"[\s\S]*?KV-GLD-002[\s\S]*?href="#x9"/)
  })

  it('names the evidence that it stands on', () =>
    expect([...storyIds(redacted)]).toEqual(['d1', 'd2', 'o3', 'x8', 'd3', 'o4', 'x9']))

  it('is not there when nothing of it was played', () => {
    const isElsewhere = ({ epoch }: { readonly epoch: string }) => !epoch.startsWith('bostyrer/')
    const { exchanges, observations, deeds } = redacted
    const without = {
      ...redacted,
      exchanges: exchanges.filter(isElsewhere),
      observations: observations.filter(isElsewhere),
      deeds: deeds.filter(isElsewhere),
    }
    expect(story(without).text).toBe('')
  })
})

describe('the look-up in it', () => {
  const period = { from: '2025-11-20', to: '2026-11-21' }
  const other = { organizationID: '310000140', bankName: 'NICS Sparebank' }
  const bank = { organizationID: '987654325', bankName: 'Prøvebanken' }
  const lookedUp = (changes: object) => ({ status: 200, code: null, period, banks: [bank], ...changes })
  const toldOf = (outcome: unknown, ...more: readonly Deed[]) => {
    const deeds = golden.deeds.map((deed) => (deed.does === 'lookUp' ? { ...deed, outcome } : deed))
    return story(redact({ ...golden, deeds: [...more, ...deeds] })).text
  }

  it.each([
    ['names the bank', lookedUp({}), 'og får Prøvebanken (987654325). Den blir spurt om kontoene'],
    ['names others beside it', lookedUp({ banks: [other, bank] }), 'Banken som prøves, blir spurt om kontoene'],
    ['names others alone', lookedUp({ banks: [other] }), 'Banken som prøves, er ikke blant dem. Prøven oppgir banken'],
    ['names nobody', lookedUp({ banks: [] }), 'og får ingen bank. Banken som prøves, er ikke blant dem'],
    ['is refused', lookedUp({ status: 403, code: 'ERR-001', banks: [] }), 'og får 403 ERR-001. Prøven oppgir banken'],
    ['gets no answer of KAR', lookedUp({ status: 504, banks: [] }), 'og får 504. Prøven oppgir banken'],
    [
      'was not possible',
      { failed: 'The party kfr was not started' },
      'Kundeforholdsregisteret (KFR) kunne ikke spørres i denne kjøringen',
    ],
  ])('says it when it %s, and points at what it stands on', (_case, outcome, said) => {
    const told = toldOf(outcome)
    expect(told).toContain(said)
    expect(told).toMatch(/href="#d3"[\s\S]*href="#o4"/)
  })

  const holding = (outcome: object): Deed => ({
    id: 'd0',
    epoch: 'bostyrer/before',
    at: '2026-11-21T12:00:07.000Z',
    does: 'stimulate',
    told: { stimulus: { party: 'kfr', does: 'holds', customer: 'K1', since: '2024-11-20' } },
    outcome,
  })

  it('says that the harness has put the relationship there, where it has', () => {
    expect(toldOf(lookedUp({}), holding({}))).toMatch(/Prøven[\s\S]*legger kundeforholdet med K1[\s\S]*href="#d0"/)
    expect(toldOf({ failed: 'no register' }, holding({ failed: 'no register' }))).not.toContain('legger kundeforholdet')
  })

  it('says that the bank has reported it, where that was seen', () => {
    const [seen] = golden.observations.filter(({ id }) => id === 'o4')
    if (seen?.kfr === undefined) throw new Error('the golden record has no look-up')
    const report = (operation: 'add' | 'end' | 'own') => ({
      ...seen,
      id: 'o0',
      epoch: 'bostyrer/before',
      status: 201,
      kfr: { ...seen.kfr, operation, named: 1 },
    })
    const told = (operation: 'add' | 'end' | 'own') =>
      story(redact({ ...golden, observations: [report(operation), ...golden.observations] } as typeof golden)).text
    expect(told('add')).toMatch(/melder kundeforholdet med K1[\s\S]*og får 201[\s\S]*href="#o0"/)
    expect(told('end')).toContain('melder at kundeforholdet med K1 er slutt')
    expect(told('own')).toContain('sammenligner, og finner kundeforholdet med K1')
  })
})
