import { describe, expect, it } from 'vitest'
import { requirement } from '../../register.ts'
import type { Level } from '../../requirement.ts'
import { repeated, rowsOf } from '../../testing/requirements.ts'
import { implies, sameAs } from './relations.ts'
import en from './titles.en.json' with { type: 'json' }
import nb from './titles.nb.json' with { type: 'json' }
import { unobservable } from './unobservable.ts'

const rows = rowsOf('kontrollinformasjon')

describe('titles', () => {
  it('exist in Norwegian for every row of the area and for nothing else', () => {
    expect(Object.keys(nb)).toEqual(rows.map(({ id }) => id))
  })

  it('exist in English for every row whose own text is a fragment', () => {
    const fragments = rows.filter(({ id }) => /^(TD|CP|JW)-/.test(id)).map(({ id }) => id)
    expect(fragments).toHaveLength(142)
    expect(Object.keys(en)).toEqual(expect.arrayContaining(fragments))
  })

  it.each(['en', 'nb'] as const)('tell two rows apart (%s)', (language) => {
    expect(repeated(rows.map(({ title }) => title[language]))).toEqual([])
  })

  it('stand without blanks around them and without a full stop', () => {
    const titles = rows.flatMap(({ title }) => [title.en, title.nb])
    expect(titles.filter((title) => title === '' || title !== title.trim() || title.endsWith('.'))).toEqual([])
  })

  it('keep the codes of the row in both languages', () => {
    const codes = (text: string) => (text.match(/ACC-\d{3}|\b[2-5]\d\d\b/g) ?? []).sort()
    const differing = rows.filter(({ title }) => `${codes(title.en)}` !== `${codes(title.nb)}`)
    expect(differing.map(({ id }) => id)).toEqual([])
  })
})

describe('relations', () => {
  it.each([
    ['KI-ENC-001', 'JW-01'],
    ['KI-ENC-002', 'JW-08'],
    ['KI-ENC-008', 'JW-07'],
    ['KI-ENC-010', 'CP-03'],
    ['KI-ENC-012', 'CP-15'],
    ['KI-AUT-001', 'TD-001'],
  ])('%s and %s are the same', (one, other) => {
    expect(requirement(one)?.sameAs).toEqual([other])
    expect(requirement(other)?.sameAs).toEqual([one])
  })

  const strength: Readonly<Record<Level, number>> = { MUST: 3, SHOULD: 2, MAY: 1, INFO: 0 }

  it.each(sameAs)('the KI row of $rows comes first and is not the softer one', ({ rows: [decides, copies] }) => {
    expect(decides).toMatch(/^KI-/)
    expect(copies).not.toMatch(/^KI-/)
    const [one, other] = [decides, copies].map((id) => strength[requirement(id)?.level ?? 'INFO'])
    expect(one).toBeGreaterThanOrEqual(other ?? 0)
  })

  it('imply what the catalogue says, every step followed', () => {
    expect(requirement('KI-RSP-002')?.implies).toEqual(
      expect.arrayContaining(['KI-ACC-001', 'KI-DET-001', 'KI-TRX-001', 'JW-06']),
    )
    expect(requirement('KI-ERR-012')?.implies).toEqual(expect.arrayContaining(['KI-ERR-004']))
    expect(requirement('KI-PAG-002')?.implies).toEqual(expect.arrayContaining(['KI-PAG-001']))
    expect(requirement('KI-ACC-012')?.implies).toEqual(['KI-ACC-013'])
    expect(requirement('JW-12')?.implies).toEqual(['KI-ENC-001', 'JW-01'])
  })

  it('are written once each', () => {
    const edges = implies.flatMap(({ these, imply }) => these.flatMap((from) => imply.map((to) => `${from} ${to}`)))
    expect(repeated([...edges, ...sameAs.map(({ rows: pair }) => pair.join(' '))])).toEqual([])
  })

  it('say why', () => {
    expect([...sameAs, ...implies].filter(({ why }) => why.trim() === '')).toEqual([])
  })
})

describe('unobservable rows', () => {
  it('say why, and what to ask for instead', () => {
    expect(Object.keys(unobservable).length).toBeGreaterThan(0)
    for (const { reason, evidence } of Object.values(unobservable)) {
      expect(reason).toMatch(/\.$/)
      expect(evidence).toMatch(/\.$/)
    }
  })

  it('are nobody’s twin, for the twin could be seen', () => {
    expect(Object.keys(unobservable).filter((id) => requirement(id)?.sameAs.length)).toEqual([])
  })
})
