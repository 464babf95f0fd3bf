import { describe, expect, it } from 'vitest'
import { rewritten } from '../damages/damage.ts'
import { askedOf, replyTo } from '../testing/damaged.ts'
import { xmlLimits } from '../xml/read.ts'
import { mostOfOneRow, problemsOf } from './judge.ts'

/** As much as a reader lets through of one thing, so that a rule which compares each with each would not come to an end. */
const many = (text: string) => text.repeat(Math.floor(xmlLimits.elements * 0.9))

describe('a reply with as many as can be read', () => {
  it.each([
    ['loans', /<laan>[\s\S]*<\/laan>/, '<laan/>'],
    ['names', /<navn>Kari [\s\S]*<\/navn>/, '<navn>Kari Nordmann</navn>'],
    ['pairs', /<saldoPerDato>[\s\S]*<\/saldoPerDato>/, '<saldoPerDato/>'],
    [
      'properties',
      /<registerenhetMedDokumentreferanse>[\s\S]*<\/registerenhetMedDokumentreferanse>/,
      '<registerenhetMedDokumentreferanse/>',
    ],
    ['pant', /<pantedokumentreferanse .*\/>/, '<pantedokumentreferanse/>'],
  ])('%s is judged', (_what, found, by) => {
    const asked = askedOf('S1', 'innfrielsessaldosvar')
    const injury = rewritten((text) => text.replace(found, many(by)))
    const problems = problemsOf(replyTo('S1', 'innfrielsessaldosvar', asked, injury), asked)
    expect(problems.length).toBeGreaterThan(0)
    const counts = Map.groupBy(problems, ({ requirement, weight }) => `${requirement} ${weight}`)
    expect(Math.max(...[...counts.values()].map(({ length }) => length))).toBeLessThanOrEqual(mostOfOneRow)
  })
})
