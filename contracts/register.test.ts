import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nearestIds, register, requirement, requirementSet } from './register.ts'
import { areas } from './requirement.ts'

describe('register', () => {
  it('holds the rows of all areas, in the order of the catalogues', () => {
    expect(register).toHaveLength(971)
    expect([...new Set(register.map(({ area }) => area))]).toEqual([...areas])
    expect(requirementSet).toMatch(/^\d{4}-\d{2}$/)
  })

  it('finds a row by exactly its id', () => {
    expect(requirement('KI-ACC-001')).toMatchObject({ level: 'MUST', certainty: 'documented' })
    expect(requirement('ki-acc-001')).toBeUndefined()
    expect(requirement('constructor')).toBeUndefined()
  })

  it.each([
    ['ki-acc-1', ['KI-ACC-001']],
    ['td 20', ['TD-020']],
    ['KI_AUT_005', ['KI-AUT-005']],
    ['CP3', ['CP-03']],
    ['something else', []],
  ])('knows what %s may mean', (id, ids) => {
    expect(nearestIds(id)).toEqual(ids)
  })

  it('offers real rows only', () => {
    for (const id of nearestIds('KI-AC-001')) expect(requirement(id)).toBeDefined()
    expect(nearestIds('KI-AC-001')[0]).toBe('KI-ACC-001')
  })
})

describe('rows.json', () => {
  const here = (name: string) => new URL(name, import.meta.url)
  const digests = readFileSync(here('requirements.sha256'), 'utf8').trim().split('\n')

  it('has a digest for every area', () => {
    expect(digests.map((line) => line.split(/\s+/)[2])).toEqual(areas.map((area) => `${area}/requirements/rows.json`))
  })

  it.each(digests)('is as it was taken over: %s', (line) => {
    const [sha256, count, file] = line.split(/\s+/)
    const bytes = readFileSync(here(`${file}`))
    const found = `${createHash('sha256').update(bytes).digest('hex')} ${JSON.parse(bytes.toString()).length}`
    expect(found, `${file} was edited; if that was meant, write this into contracts/requirements.sha256`).toBe(
      `${sha256} ${count}`,
    )
  })
})
