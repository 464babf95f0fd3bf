import type { KfrFixture } from '../../../contracts/kfr-rapportering/customers.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import { defineAct } from '../../kit/run/act.ts'
import { begin } from '../begin.ts'
import { closesAccount, opensAccount } from '../events.ts'
import { byName, type Happened, happen } from '../happen.ts'
import { untilRepeated } from '../patience.ts'
import { isAbout } from '../sightings.ts'
import { manyAtOnce, manyEnds } from './crowd.ts'
import { delivered, failing, make, numberIn, times } from './orders.ts'
import { wrongCertificates } from './wrong-certificates.ts'

/**
 * The register refuses, fails and is silent, with a report behind each; then it is well again, and nothing may be lost. That
 * it lets nobody in is another act: whoever stops then altogether is right.
 */
export const trouble = defineAct({
  name: 'kfr-trouble',
  polls: 0,
  movesClock: false,
  play: async (stage) => {
    await begin(stage, 'refusals')
    const refused = await refusals(stage)
    await stage.scene('failures')
    await make(
      stage,
      times(2, failing('F19', '500')),
      times(1, failing('F20', 'hang')),
      times(2, failing('F21', 'reset')),
    )
    const failed = await happen(stage, [opensAccount('F19'), opensAccount('F20'), opensAccount('F21')])
    const afterFailures = await delivered(stage, failed)
    const order = await beginsAndEnds(stage)
    await stage.tell('calm', {})
    await delivered(stage, order, 'end')
    const { failedEnd, afterFailedEnd } = await endsInVain(stage, failed)
    const { begun: outage, afterOutage } = await manyAtOnce(stage)
    const crowd = await manyEnds(stage, [...refused, ...failed.slice(1), ...order, ...outage])
    const door = await wrongCertificates(stage)
    await stage.scene('no-second-report')
    for (const { customer, operation, status } of final)
      await untilRepeated(
        stage,
        `${customer} to be reported again`,
        isAbout(customer, operation),
        ({ record }) => record.status === status,
      )
    return {
      target: stage.target,
      ...{ afterFailures, afterFailedEnd, afterOutage, crowd },
      events: byName(refused, failed, order, failedEnd, outage, crowd, door),
      seen: await stage.seen(),
    }
  },
})

/** What is refused once and for all. */
const final: readonly { customer: KfrFixture; operation: 'add' | 'end'; status: number }[] = [
  { customer: 'F15', operation: 'end', status: 404 },
  { customer: 'F16', operation: 'add', status: 400 },
]

async function refusals(stage: Stage): Promise<readonly Happened[]> {
  await make(stage, { does: 'loses', customer: 'F15' }, failing('F16', '400'), times(1, failing('F17', '401')))
  const refused = await happen(stage, [closesAccount('F15'), opensAccount('F16'), opensAccount('F17')])
  const renewed = refused.filter(({ event }) => event.about === 'F17')
  await delivered(stage, renewed)
  return refused
}

/** Somebody begins while reports fail, and ends before one came through; another report shows that the bank goes on. */
async function beginsAndEnds(stage: Stage): Promise<readonly Happened[]> {
  await stage.scene('order')
  await make(stage, failing('F22', '500'))
  const begins = await happen(stage, [opensAccount('F22')])
  const number = numberIn(begins[0])
  const ends = number === null ? [] : await happen(stage, [closesAccount('F22', { number })], { waits: false })
  const marker = await happen(stage, [opensAccount('F23')])
  return [...begins, ...ends, ...marker]
}

/** An end fails as a beginning did: the customer is F19, whose beginning came through. */
async function endsInVain(stage: Stage, [began]: readonly Happened[]) {
  await stage.scene('failed-end')
  const number = numberIn(began)
  if (number === null) return { failedEnd: [], afterFailedEnd: null }
  await make(stage, times(2, failing('F19', '500', 'end')))
  const failedEnd = await happen(stage, [closesAccount('F19', { number })])
  const afterFailedEnd = await delivered(stage, failedEnd, 'end')
  await stage.tell('calm', {})
  return { failedEnd, afterFailedEnd }
}
