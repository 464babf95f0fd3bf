import { describe, expect, it } from 'vitest'
import { register } from '../../contracts/register.ts'
import { differences } from '../../mocks/fjordbanken/differences.ts'
import { judgeFjordbanken, toldOf } from '../testing/judge-fjordbanken.ts'

/**
 * A whole run against the second bank, which is conformant and unlike the first: what is red here is red by mistake. When it
 * is, the check is to be mended and not the bank, unless the catalogue forbids what the bank does.
 */

/** Rows that cannot be judged of this bank, and why. */
const inconclusive: Readonly<Record<string, string>> = {}

const record = await judgeFjordbanken('kontrollinformasjon')
const told = (verdict: string) => toldOf(record, verdict)

describe('the second bank', () => {
  it('gets no fail', () => expect(told('fail')).toEqual([]))

  it('warns only where a difference from a recommendation says so', () => {
    const allowed = new Set(Object.values(differences).flatMap(({ warns = [] }) => warns))
    expect(told('warn').filter(({ requirement }) => !allowed.has(requirement))).toEqual([])
  })

  it('leaves nothing open but what is listed above', () => {
    expect(told('inconclusive').filter(({ requirement }) => !(requirement in inconclusive))).toEqual([])
  })

  it('leaves the harness without an error', () => expect(record.report.errors).toEqual([]))

  it('is judged on every row that is built', () => {
    const built = record.report.results.filter(({ check }) => check !== null)
    expect(built.length).toBeGreaterThan(20)
    expect(built.filter(({ verdict }) => verdict === 'not-tested')).toEqual([])
  })
})

describe('the table of differences', () => {
  it.each(Object.entries(differences))('%s names its clause', (_name, { clause, elsewhere, warns = [] }) => {
    expect(clause).not.toBe('')
    expect(elsewhere).not.toBe('')
    const known = new Set(register.map(({ id }) => id))
    expect(warns.filter((id) => !known.has(id))).toEqual([])
  })
})
