import { expect, it } from 'vitest'
import { requestOf } from '../fixtures/questions.ts'
import { innfrielsessaldosvarOf, restgjeldssvarOf } from '../testing/answer.ts'
import { day } from '../testing/damaged.ts'
import { xmlOf } from '../wire/build.ts'
import { readXml } from '../xml/read.ts'
import { stableReference } from './parties.ts'

const rootOf = (xml: string) => {
  const outcome = readXml(Buffer.from(xml))
  if (!outcome.ok) throw new Error(outcome.refusal.what)
  return outcome.value.root
}

it('a case keeps its reference from one flow to the other', () => {
  const asking = { day, referanse: 'A' }
  const restgjeld = rootOf(
    xmlOf('restgjeldssvar', restgjeldssvarOf('S1', requestOf('S1', 'restgjeldsforespoersel', asking))),
  )
  const request = requestOf('S1', 'innfrielsessaldoforespoersel', asking)
  const svar = innfrielsessaldosvarOf('S1', request, day)
  expect(stableReference(restgjeld, rootOf(xmlOf('innfrielsessaldosvar', svar)))).toEqual([])
  const changed = { ...svar, avsender: { ...svar.avsender, referanse: 'SAK-NY' } }
  expect(stableReference(restgjeld, rootOf(xmlOf('innfrielsessaldosvar', changed)))).toMatchObject([
    { requirement: 'DSVE-111', weight: 'breach', path: '/innfrielsessaldosvar/avsender/referanse' },
  ])
})
