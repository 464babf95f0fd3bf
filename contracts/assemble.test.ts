import { describe, expect, it } from 'vitest'
import { type AreaSource, assemble, RegisterError } from './assemble.ts'

const row = (id: string, changes: object = {}) => ({
  id,
  area: 'dsve',
  section: 'One',
  requirement: 'Something holds.',
  level: 'MUST',
  certainty: 'documented',
  source: 'X',
  document: 'dsve.md',
  ...changes,
})
const source = (changes: Partial<AreaSource>): AreaSource => ({ area: 'dsve', rows: [row('DSVE-A-001')], ...changes })
const why = 'because'

function problemsOf(...sources: AreaSource[]): readonly string[] {
  try {
    assemble(sources)
  } catch (error) {
    expect(error).toBeInstanceOf(RegisterError)
    return (error as RegisterError).problems
  }
  return []
}

describe('assemble', () => {
  it('gives every row its titles, relations and reason', () => {
    const [first, second] = assemble([
      source({
        rows: [row('DSVE-A-001'), row('DSVE-A-002')],
        titles: { en: { 'DSVE-A-001': 'First' }, nb: { 'DSVE-A-002': 'Noe gjelder' } },
        relations: { sameAs: [], implies: [{ these: ['DSVE-A-001'], imply: ['DSVE-A-002'], why }] },
        unobservable: { 'DSVE-A-002': { reason: 'r', evidence: 'e' } },
      }),
    ])
    expect(first).toMatchObject({ title: { en: 'First', nb: 'First' }, implies: ['DSVE-A-002'], unobservable: null })
    expect(second).toMatchObject({ title: { en: 'Something holds', nb: 'Noe gjelder' }, unobservable: { reason: 'r' } })
  })

  it.each([
    ['an unknown level', { level: 'must' }, /row 1 \(DSVE-A-001\): level must be one of MUST, SHOULD, MAY, INFO/],
    ['an unknown certainty', { certainty: 'likely' }, /certainty must be one of documented/],
    ['the area of another folder', { area: 'konkursvarsel' }, /area must be the area of the folder/],
    ['an id of another form', { id: 'dsve-1' }, /id must look like/],
    ['a blank requirement', { requirement: ' ' }, /requirement must be a text/],
    ['no section', { section: undefined }, /section must be a text/],
    ['a member that is no text', { tolerated: 401 }, /tolerated must be a text/],
  ])('refuses a row with %s', (_, changes, message) => {
    const [problem, ...others] = problemsOf(source({ rows: [row('DSVE-A-001', changes)] }))
    expect(problem).toMatch(message)
    expect(problem).toMatch(/^contracts\/dsve\/requirements\/rows.json/)
    expect(others).toEqual([])
  })

  it.each([
    ['no array', {}, /must be an array of rows/],
    ['no rows', [], /must be an array of rows/],
    ['a row that is no object', [null], /row 1 \(without an id\): must be an object/],
    ['an id twice', [row('DSVE-A-001'), row('DSVE-A-001')], /DSVE-A-001 stands twice/],
  ])('refuses a file with %s', (_, rows, message) => {
    expect(problemsOf(source({ rows })).join()).toMatch(message)
  })

  it.each([
    ['relations.ts', { relations: { sameAs: [{ rows: ['DSVE-A-001', 'DSVE-A-01'], why }], implies: [] } }],
    ['relations.ts', { relations: { sameAs: [], implies: [{ these: ['DSVE-A-001'], imply: ['DSVE-A-01'], why }] } }],
    ['titles.nb.json', { titles: { nb: { 'DSVE-A-01': 'Noe' } } }],
    ['titles.en.json', { titles: { en: { 'DSVE-A-01': 'Some' } } }],
    ['unobservable.ts', { unobservable: { 'DSVE-A-01': { reason: '', evidence: '' } } }],
  ] satisfies [string, Partial<AreaSource>][])('refuses an unknown id in %s and names the nearest', (file, changes) => {
    expect(problemsOf(source(changes))).toEqual([
      `contracts/dsve/requirements/${file} names DSVE-A-01, which no row has; perhaps DSVE-A-001`,
    ])
  })

  it('refuses a row that is its own twin or implies itself', () => {
    const itself = { sameAs: [{ rows: ['DSVE-A-001', 'DSVE-A-001'], why }], implies: [] } as const
    expect(problemsOf(source({ relations: itself })).join()).toContain('its own twin')
    const circle = { sameAs: [], implies: [{ these: ['DSVE-A-001'], imply: ['DSVE-A-001'], why }] }
    expect(problemsOf(source({ relations: circle })).join()).toContain('use sameAs')
  })

  it('tells everything that is wrong at once', () => {
    const broken = source({ rows: [row('DSVE-A-001', { level: 'x' }), row('DSVE-A-002', { level: 'y' })] })
    expect(problemsOf(broken)).toHaveLength(2)
    expect(() => assemble([broken])).toThrow(/mend the files named here/)
  })
})
