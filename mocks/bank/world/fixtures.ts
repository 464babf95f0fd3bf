import { minusMonths } from '../../../contracts/calendar.ts'
import type { Debtor, Fixtures } from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { monthsBeforeRuling } from '../../../contracts/kontrollinformasjon/profile.ts'
import type { World } from './model.ts'
import { type Label, partyNamed } from './parties.ts'
import { kjennelsesdatoOf, ownedBy } from './queries.ts'

/** What the reference bank's world offers under the names of the catalogue (8.1). */
export function fixturesOf(world: World): Required<Fixtures> {
  const debtor = (label: Label): Debtor => {
    const { id } = partyNamed(world.parties, label)
    return { id, kjennelsesdato: kjennelsesdatoOf(world, id) }
  }
  return {
    P1: { ...debtor('P1'), blockedAccounts: blockedAccounts(world, partyNamed(world.parties, 'P1').id) },
    P2: debtor('P2'),
    P3: debtor('P3'),
    P4: debtor('P4'),
    P5: debtor('P5'),
    A4: { ...debtor('A4'), ...largest(world, partyNamed(world.parties, 'A4').id) },
  }
}

/** What blocking a loan would mean is an open question (Q18), so loans are left out. */
const blockedAccounts = (world: World, id: string) =>
  ownedBy(world, id)
    .filter(({ type, closed }) => type !== 'loanAccount' && closed === null)
    .map(({ number }) => number)

function largest(world: World, id: string) {
  const [account] = ownedBy(world, id).toSorted((one, other) => other.transactions.length - one.transactions.length)
  const ruling = kjennelsesdatoOf(world, id)
  if (account === undefined || ruling === null)
    throw new Error('The world has no large account: its owner has no notice or no account')
  const earliest = minusMonths(ruling, monthsBeforeRuling)
  const days = account.transactions
    .filter(({ status, day }) => status === 'booked' && day >= earliest)
    .map(({ day }) => day)
  const [firstBooked, lastBooked] = [days.at(0), days.at(-1)]
  if (firstBooked === undefined || lastBooked === undefined)
    throw new Error('The large account of the world has no booked transactions')
  return { accountIdentifier: account.number, booked: days.length, firstBooked, lastBooked }
}
