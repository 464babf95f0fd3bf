import { queryNames } from '../../../contracts/kfr/operations.ts'
import { ownershipTypes } from '../../../contracts/kfr/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import {
  all,
  forEach,
  given,
  inconclusive,
  type Judgement,
  labelled,
  notApplicable,
} from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf } from '../calls.ts'
import { rowsOf, served } from '../judging.ts'
import { atBoth } from '../own/acts.ts'
import { judged, sampleOf, withSample } from '../samples.ts'
import { noSecond, onlyOwnersAllowed, servesSecond } from './probes.ts'

/** `onlyPrimaryOwner`, which came with the second version. */

const asked = ({ ask, ...doors }: Doors, customer: string, onlyPrimaryOwner: string | null): Promise<Answer> =>
  ask(callsOf(doors).relationships('2.0', customer), { query: { [queryNames.onlyPrimaryOwner]: onlyPrimaryOwner } })

const hasRows = (answer: Answer): Judgement =>
  all(
    served(answer),
    answer.finds(rowsOf(answer).length > 0, { what: 'the disponent is shown at all', expected: 'a row', at: '/banks' }),
  )

/** Where no role is known unknown is the honest answer, and may be shown to whoever asks for owners. */
const knowsRoles = (answer: Answer): Judgement =>
  answer.finds(
    rowsOf(answer).some(({ fields }) => fields.ownershipType !== 'unknown'),
    { what: 'a role of the disponent is known', expected: 'a row that is not unknown', at: '/banks/0/ownershipType' },
  )

/** `all`: how many institutions owners and disponents have together. */
const ownersAlone = (answer: Answer, all: number): Judgement => [
  ...answer.finds(
    rowsOf(answer).every(({ fields }) => fields.ownershipType !== 'notPrimaryOwner'),
    { what: 'no row of a disponent should be shown', expected: 'no notPrimaryOwner', at: '/banks' },
  ),
  ...answer.finds(rowsOf(answer).length < all, {
    what: 'where somebody only disposes should not be shown',
    expected: `fewer than ${all} rows`,
    at: '/banks',
  }),
]

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-048',
    ask: async (doors) => {
      if (!servesSecond(doors) || onlyOwnersAllowed(doors))
        return { second: servesSecond(doors), found: null, allowed: false }
      const found = await withSample(doors.target, 'disponent', async (customer) => ({
        everybody: await asked(doors, customer, 'false'),
        owners: [
          { label: 'true', asked: await asked(doors, customer, 'true') },
          // As the documents of the agencies write it.
          { label: 'TRUE', asked: await asked(doors, customer, 'TRUE') },
        ],
      }))
      return { second: true, found, allowed: true }
    },
    judge: ({ second, found, allowed }) => {
      if (!second) return noSecond()
      if (!allowed) return notApplicable('did-not-occur', 'the agency may ask for owners only, and sees no disponent')
      return judged(found, 'disponent', ({ everybody, owners }) =>
        given(all(hasRows(everybody), knowsRoles(everybody)), () =>
          forEach(owners, (answer) => given(served(answer), () => ownersAlone(answer, rowsOf(everybody).length))),
        ),
      )
    },
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-049',
    ask: async (doors) => {
      if (!servesSecond(doors)) return null
      const kar = sampleOf(doors.target, 'karCustomer')
      await doors.play(atBoth)
      const reported = callsOf(doors).customer('at-both')
      const found = []
      for (const value of onlyOwnersAllowed(doors) ? ['true'] : ['true', 'false'])
        for (const [whose, customer] of [
          ['the register', reported],
          ['KAR', kar],
        ] as const)
          if (customer !== null)
            found.push({ label: `a customer of ${whose}, ${value}`, answer: await asked(doors, customer, value) })
      return found
    },
    judge: (found) =>
      found === null
        ? noSecond()
        : all(
            ...found.map(({ label, answer }) =>
              labelled(
                label,
                given(served(answer), () =>
                  rowsOf(answer).length === 0
                    ? inconclusive('nothing-to-iterate', `${answer.exchange.id} has no row`)
                    : all(
                        ...rowsOf(answer).map(({ at, fields }) =>
                          answer.finds(
                            ownershipTypes.some((type) => type === fields.ownershipType),
                            {
                              what: 'should have a listed ownershipType',
                              expected: ownershipTypes,
                              at: `${at}/ownershipType`,
                            },
                          ),
                        ),
                      ),
                ),
              ),
            ),
          ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-050',
    ask: async (doors) => {
      if (!servesSecond(doors) || onlyOwnersAllowed(doors))
        return { second: servesSecond(doors), found: null, allowed: false }
      const found = await withSample(doors.target, 'disponent', async (customer) => ({
        everybody: await asked(doors, customer, 'false'),
        absent: await asked(doors, customer, null),
      }))
      return { second: true, found, allowed: true }
    },
    judge: ({ second, found, allowed }) => {
      if (!second) return noSecond()
      if (!allowed) return notApplicable('did-not-occur', 'the agency may ask for owners only, and sees no disponent')
      return judged(found, 'disponent', ({ everybody, absent }) =>
        given(all(hasRows(everybody), served(absent)), () =>
          absent.finds(rowsOf(absent).length === rowsOf(everybody).length, {
            what: 'without the parameter owners and disponents should be shown',
            expected: `${rowsOf(everybody).length} rows, as with false`,
            at: '/banks',
          }),
        ),
      )
    },
  }),
]
