import type { KonkursFixture } from '../../../../../contracts/konkursvarsel/debtors.ts'
import type { NoticeOrder } from '../../../../../contracts/konkursvarsel/notice.ts'
import type { KonkursFault } from '../../../../../mocks/bank/konkursvarsel/fault.ts'
import { ownedBy } from '../../../../../mocks/bank/world/queries.ts'
import { type House, open } from './house.ts'
import { type Slot, slotMs } from './plan.ts'
import { differences } from './told.ts'

/** How ten minutes ended, and what they held. */
export interface Ending {
  readonly published: readonly NoticeOrder[]
  /** One for each account that is not as the notices say. */
  readonly findings: readonly string[]
  /** Uuids that the bank acted on, each as often as it did. */
  readonly actedOn: readonly string[]
  readonly restarts: { readonly brreg: number; readonly bank: number }
  readonly polls: number
  /** Polls that the bank itself says were in vain, wholly or in part. */
  readonly alarms: number
}

/** At the end it is calm: so many polls are enough for whatever is left, or something is wrong. */
const lastPolls = 10

export async function play(house: House, plan: readonly Slot[], faults: readonly KonkursFault[] = []): Promise<Ending> {
  let answers = 0
  let onAnswer: () => void = () => undefined
  const stage = await open(
    house,
    () => {
      answers += 1
      onAnswer()
    },
    faults,
  )
  const { brreg, hook, client } = stage
  const done = { brreg: 0, bank: 0, polls: 0, alarms: 0 }
  const restarts = {
    brreg: async () => {
      done.brreg += 1
      await brreg.restart()
    },
    bank: async () => {
      done.bank += 1
      const status = await hook('restart', {})
      if (status !== 200) throw new Error(`the hook restart answered ${status}`)
    },
  }

  const setClocks = async (now: number) => {
    brreg.setClock(now)
    await hook('clock', { now: new Date(now).toISOString() })
  }
  const poll = async () => {
    const before = client.told().findLast(({ what }) => what === 'alarm')
    done.polls += 1
    const status = await hook('poll', {})
    const isQuiet = client.told().findLast(({ what }) => what === 'alarm') === before
    if (!isQuiet || status !== 200) done.alarms += 1
    return isQuiet && status === 200
  }

  /** Restarts come in the middle of a poll, after as many answers as was drawn, or after it when there were not so many. */
  async function playSlot({ at, notices, again, stimuli, polls, restartsBrreg, restartsBank }: Slot): Promise<void> {
    await setClocks(at)
    brreg.publish([...notices, ...again])
    for (const stimulus of stimuli) await brreg.stimulate(stimulus)
    const begun: Promise<void>[] = []
    const waiting = (['brreg', 'bank'] as const)
      .map((who) => ({ who, after: who === 'brreg' ? restartsBrreg : restartsBank }))
      .filter(({ after }) => after !== null)
    const beginAll = (isDue: (after: number) => boolean) => {
      for (const one of waiting.splice(0)) {
        if (isDue(one.after ?? 0)) begun.push(restarts[one.who]())
        else waiting.push(one)
      }
    }
    const before = answers
    beginAll((after) => after === 0)
    onAnswer = () => beginAll((after) => answers - before >= after)
    if (polls) await poll()
    onAnswer = () => undefined
    beginAll(() => true)
    await Promise.all(begun)
    await brreg.calm()
  }

  try {
    for (const slot of plan) await playSlot(slot)
    let now = plan.at(-1)?.at ?? 0
    for (let left = lastPolls, quiet = 0; quiet < 2; left--) {
      if (left === 0) throw new Error(`${lastPolls} polls of a calm Brreg, and the bank still complains`)
      now += slotMs
      await setClocks(now)
      quiet = (await poll()) ? quiet + 1 : 0
    }
    const { world, fixtures } = house
    const locks = (owner: string) =>
      ownedBy(world, fixtures[owner as KonkursFixture]?.id ?? '').map(
        ({ number }) => new Set(world.books.locks.get(number)),
      )
    return {
      published: [...brreg.published],
      findings: [...new Set(differences(brreg.published, locks))],
      actedOn: [...world.books.received.values()].flat().map(({ uuid }) => uuid),
      restarts: { brreg: done.brreg, bank: done.bank },
      polls: done.polls,
      alarms: done.alarms,
    }
  } finally {
    await stage.close()
  }
}
