import type { KfrFixture } from '../../../contracts/kfr-rapportering/customers.ts'
import { accountsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { closesAccount, opensAccount } from '../events.ts'
import { type Happened, happen } from '../happen.ts'
import { rhythmOf } from '../rhythm.ts'
import { isReport } from '../sightings.ts'
import { delivered, isKnown, numberIn } from './orders.ts'

/** Much at once: beginnings while the register answers nobody, and ends while it answers slowly. */

const many = ['F24', 'F25', 'F26', 'F27', 'F28', 'F29', 'F30', 'F31', 'F32', 'F33', 'F34'] as const

/** Attempts that show that the bank has met the outage. */
const attempts = 5

/** More reports than a second holds, while the register answers nobody. */
export async function manyAtOnce(stage: Stage) {
  await stage.scene('outage')
  const before = (await stage.seen()).length
  await stage.tell('stimulate', { stimulus: { party: 'kfr', does: 'outage' } })
  const begun = await happen(
    stage,
    many.map((one) => opensAccount(one)),
    { waits: false },
  )
  const known = begun.filter(({ by }) => by !== null && isKnown(by)).length
  const tried = (all: readonly Sighting[]) => all.slice(before).filter(isReport).length >= Math.min(attempts, known)
  await stage.until('reports in vain', tried, rhythmOf(stage.target).reportMs)
  await stage.scene('well-again')
  await stage.tell('calm', {})
  return { begun, afterOutage: await delivered(stage, begun) }
}

/** How long the first of many is kept waiting, so that the others have come about when the bank can go on. */
const slowMs = 1500

/** Who has become a customer on the days before: with them there are more than two seconds hold. */
const earlier = ['F1', 'F2', 'F3', 'F4', 'F8', 'F12', 'F14', 'F38'] as const satisfies KfrFixture[]

/** All of them cease to be customers at once, while the register answers slowly. */
export async function manyEnds(stage: Stage, began: readonly Happened[]): Promise<readonly Happened[]> {
  if (!stage.offers('close-account')) return []
  await stage.scene('crowd')
  const owners = began.flatMap((one) => {
    const number = numberIn(one)
    const { about, reports } = one.event
    const isUnknown = about === null || ['F16', 'F22'].includes(about)
    return isUnknown || reports !== 'add' || number === null ? [] : [{ about, number }]
  })
  const all = [...owners, ...(await ownersIn(stage, earlier))]
  await stage.tell('stimulate', { stimulus: { party: 'kfr', does: 'delays', ms: slowMs } })
  const closings = all.map(({ about, number }) => closesAccount(about, { number }))
  const ended = await happen(stage, closings, { waits: false })
  await stage.tell('calm', {})
  await delivered(stage, ended, 'end')
  return ended
}

/** Of these, those who have one open account, where the bank shows what it has. */
async function ownersIn(stage: Stage, names: readonly KfrFixture[]) {
  const found: { about: KfrFixture; number: string }[] = []
  if (!stage.offers('state')) return found
  for (const about of names) {
    const id = stage.target.fixtures[about]?.id
    if (id === undefined) continue
    const { body } = await stage.hook('state', { party: id })
    const open = accountsOf(body).filter(({ status }) => status === 'enabled')
    const number = open[0]?.accountIdentifier
    if (open.length === 1 && typeof number === 'string') found.push({ about, number })
  }
  return found
}
