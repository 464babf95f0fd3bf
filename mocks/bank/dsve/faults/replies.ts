import { addDays } from '../../../../contracts/calendar.ts'
import { damages } from '../../../../contracts/dsve/damages/all.ts'
import type { Damage } from '../../../../contracts/dsve/damages/damage.ts'
import { daysFrom } from '../../../../contracts/dsve/rules/case.ts'
import { markup } from '../../../../contracts/dsve/xml/markup.ts'
import { serialize } from '../../../../contracts/dsve/xml/serialize.ts'
import { defineFault } from '../fault.ts'
import { isNo } from '../model.ts'
import { chooseDates } from '../parts/choose-dates.ts'
import { situation } from '../parts/situation.ts'
import { damaged, idOf } from './damaged.ts'

/** What is wrong in a reply: the damages of contracts/dsve, as far as a broker carries them, and what they cannot do to a refusal. */

/** The broker refuses them (`sending.ts`), they are about another version, or they begin with a reply that is not given. */
export const notHere: ReadonlySet<string> = new Set([
  's1-rg-eleven-properties',
  's1-rg-a-text-of-3001-characters',
  's1-rg-the-data-centre-as-sender',
  's1-rg-bare-nine-digits-as-sender',
  's1-rg-no-reference-of-the-transfer',
  's18-rg-an-answer-to-the-sender-in-spite-of-returnertil',
  's1-rg-no-metadata-in-2-2-0',
  's14-rg-a-refusal-with-made-up-loans',
  's12-rg-a-repaid-loan-answered-with-nothing-owed',
  's15-rg-an-unknown-owner-answered-with-data',
  's16-is-an-amount-half-a-year-ahead-of-a-fastrente-loan',
])

export const possibleDamages: readonly Damage[] = damages.filter(
  (damage) => Object.keys(damage.finds).length > 0 && !notHere.has(idOf(damage)),
)

/** The first that breaks a row in a way in which none before it does: a bank for each, and no more. */
function chosen(): readonly Damage[] {
  const met = new Set<string>()
  return possibleDamages.filter(({ finds }) => {
    const ways = Object.entries(finds).map(([row, weight]) => `${row} ${weight}`)
    const isNew = ways.some((way) => !met.has(way))
    for (const way of ways) met.add(way)
    return isNew
  })
}

export const replyFaults = [
  ...chosen().map(damaged),
  defineFault({
    id: 'makes-loans-up-for-a-refusal',
    story: 'A refusal comes with a loan that nobody has, so that the archive is not empty.',
    violates: ['DSVE-087'],
    replaces: {
      fill: (files, { status, root }) => {
        const laan = markup('laan', { children: [markup('laanenummer', { text: '0' })] })
        const content = serialize(markup(root, { children: [markup('laanliste', { children: [laan] })] }))
        return status === 'Feil' ? [...files, { name: `${root}_1.xml`, content }] : files
      },
    },
  }),
  defineFault({
    id: 'acknowledges-what-is-repaid',
    story: 'A repaid loan is answered with yes, and nothing in it.',
    violates: ['DSVE-190', 'DSVE-100'],
    replaces: {
      situation: (found) => {
        const refused = situation(found)
        return refused?.status === 'LaanNedbetalt' ? null : refused
      },
    },
  }),
  defineFault({
    id: 'gives-amounts-half-a-year-ahead',
    story: 'What a fastrente loan costs in half a year is counted as if its rate did not matter.',
    violates: ['DSVE-178'],
    replaces: {
      chooseDates: (settings, asked, found, day) => {
        const dates = chooseDates(settings, asked, found, day)
        return isNo(dates) ? asked.innfrielsesdatoer.map((date) => addDays(day, daysFrom(day, date))) : dates
      },
    },
  }),
]
