import { minusMonths } from '../../../contracts/calendar.ts'
import type {
  Debtor,
  DebtorName,
  DebtorWithAccount,
  DebtorWithClosedAccount,
  DebtorWithLargeAccount,
  Fixtures,
} from '../../../contracts/kontrollinformasjon/fixtures.ts'
import { firstDayAsked } from '../../../contracts/kontrollinformasjon/period.ts'
import { monthsBeforeRuling } from '../../../contracts/kontrollinformasjon/profile.ts'
import { forSecondAgency } from './agreements.ts'
import type { Account, World } from './model.ts'
import { partyNamed } from './parties.ts'
import { isOwnedIn, isShielded, ownedBy } from './queries.ts'

/** What the reference bank's world offers under the names of the catalogue (8.1). */
export function fixturesOf(world: World): Required<Fixtures> {
  const debtor = (name: DebtorName) => debtorOf(world, name)
  const owner = (name: DebtorName) => ownerOf(world, name)
  return {
    P1: { ...debtor('P1'), blockedAccounts: blockedAccounts(world, debtor('P1').id) },
    P2: debtor('P2'),
    P3: debtor('P3'),
    P4: debtor('P4'),
    P5: debtor('P5'),
    P6: debtor('P6'),
    P7: debtor('P7'),
    P8: debtor('P8'),
    P9: debtor('P9'),
    P10: debtor('P10'),
    P11: debtor('P11'),
    P12: debtor('P12'),
    P13: debtor('P13'),
    A1: closedOf(world, 'A1'),
    A2: closedOf(world, 'A2'),
    A3: closedOf(world, 'A3'),
    A4: largestOf(world, 'A4'),
    A5: owner('A5'),
    A6: owner('A6'),
    A7: owner('A7'),
    A8: owner('A8'),
    A9: owner('A9'),
    A10: { ...owner('A10'), transferred: known('A10', specialOf(world, 'A10').owned.to) },
    A11: { ...owner('A11'), ...reopening(specialOf(world, 'A11')) },
    A12: owner('A12'),
    A13: { ...owner('A13'), manualBefore: known('A13', specialOf(world, 'A13').manualBefore) },
    C2: secondAgency(world),
  }
}

/** The ruling is that of the opening, whatever came after. Of somebody who is shielded no account is to be listed. */
function debtorOf(world: World, name: DebtorName): Debtor {
  const { id } = partyNamed(world.parties, name)
  const kjennelsesdato = world.notices.find(({ debtor }) => debtor === id)?.kjennelsesdato ?? null
  const period = { from: firstDayAsked({ kjennelsesdato }, world.day), to: world.day }
  const accounts = ownedBy(world, id).filter((account) => isOwnedIn(account, period))
  return {
    id,
    kjennelsesdato,
    ...(isShielded(world, id) ? {} : { accounts: accounts.map(({ number }) => number) }),
  }
}

/** The first account of somebody who is there for one account's sake. */
function specialOf(world: World, name: DebtorName): Account {
  const [account] = ownedBy(world, partyNamed(world.parties, name).id)
  return known(name, account ?? null)
}

const ownerOf = (world: World, name: DebtorName): DebtorWithAccount => ({
  ...debtorOf(world, name),
  accountIdentifier: specialOf(world, name).number,
})

const closedOf = (world: World, name: DebtorName): DebtorWithClosedAccount => ({
  ...ownerOf(world, name),
  closed: known(name, specialOf(world, name).closed),
})

function largestOf(world: World, name: DebtorName): DebtorWithLargeAccount {
  const owner = ownerOf(world, name)
  const earliest = minusMonths(known(name, owner.kjennelsesdato), monthsBeforeRuling)
  const days = specialOf(world, name)
    .transactions.filter(({ status, day }) => status === 'booked' && day >= earliest)
    .map(({ day }) => day)
  return {
    ...owner,
    booked: days.length,
    firstBooked: known(name, days.at(0) ?? null),
    lastBooked: known(name, days.at(-1) ?? null),
  }
}

const reopening = ({ earlier, opened }: Account) => ({ closed: known('A11', earlier).closed, reopened: opened })

function secondAgency({ parties }: World) {
  const { consumer, legalMandate } = forSecondAgency
  return { organisationNumber: consumer, legalMandate, id: partyNamed(parties, 'C2').id }
}

/** What blocking a loan would mean is an open question (Q18), so loans are left out. */
const blockedAccounts = (world: World, id: string) =>
  ownedBy(world, id)
    .filter(({ type, closed }) => type !== 'loanAccount' && closed === null)
    .map(({ number }) => number)

function known<Value>(name: DebtorName, value: Value | null): Value {
  if (value === null) throw new Error(`The account of ${name} in this world lacks what it is there for`)
  return value
}
