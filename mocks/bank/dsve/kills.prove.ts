import { faker } from '@faker-js/faker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ReceivedReply, Sent } from '../../../contracts/dsve/correspondence.ts'
import { caseIds } from '../../../contracts/dsve/fixtures/cases.ts'
import type { RequestRoot } from '../../../contracts/dsve/messages.ts'
import type { AroundDsve } from '../../own-rooms.ts'
import { type Armed, openStorm, type Storm } from './testing/kills/storm.ts'
import { windows } from './testing/kills/windows.ts'
import { bank, type House, openHouse } from './testing/scene.ts'

/**
 * As the megler sees it, with broker and bank in processes of their own that are killed (SIGKILL) wherever two things
 * belong together, and at random moments besides, while every event comes twice and out of order: no request is left
 * unanswered, none is answered twice with different content, and none reaches the bank twice.
 */

const seeds = Array.from({ length: Number(process.env.PROVE_SEEDS ?? 50) }, (_, index) => index + 1)
const flows: readonly RequestRoot[] = ['restgjeldsforespoersel', 'innfrielsessaldoforespoersel']
/** Of each seed, with one more at random. */
const turns = 4
const whileStoring = { victim: 'bank', name: 'the broker stores its answer' } as const
const aims = [...windows, whileStoring]

let house: House
let parties: AroundDsve
beforeAll(async () => {
  house = await openHouse()
  parties = await house.dsveFor(bank)
})
afterAll(async () => {
  await parties.close()
  await house.close()
})

/** How often somebody was killed there. */
const killed = new Map<string, number>()
const nameOf = ({ victim, name }: { readonly victim: string; readonly name: string }) => `${victim}: ${name}`
const count = (name: string) => killed.set(name, (killed.get(name) ?? 0) + 1)
const totals = { requests: 0, answers: 0, unanswered: 0, differing: 0, same: 0 }

it.each(seeds)('seed %i', async (seed) => {
  faker.seed(seed)
  const storm = await openStorm({ house, parties, hearsEvents: seed % 2 === 0 })
  const asked: Sent[] = []
  const ask = async () => {
    const number = faker.number.int({ min: 1, max: 2 })
    for (let index = 0; index < number; index += 1)
      asked.push(
        await storm.ask({ message: faker.helpers.arrayElement(flows), fixture: faker.helpers.arrayElement(caseIds) }),
      )
  }
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      const aim = aims[((seed - 1) * turns + turn) % aims.length] ?? whileStoring
      const armed: Armed = await ('death' in aim ? storm.killAt(aim) : storm.killWhileStoring())
      await ask()
      await calm(storm, asked, 8)
      if (await armed.disarm()) count(nameOf(aim))
    }
    await ask()
    const looking = storm.look()
    await new Promise((resolve) => setTimeout(resolve, faker.number.int({ min: 0, max: 120 })))
    const victims = faker.helpers.arrayElement([['bank'], ['broker'], ['bank', 'broker']] as const)
    await storm.kill(victims)
    count(`${victims.join(' and ')}: at a random moment`)
    await looking
    await calm(storm, asked, 30)
    await check(storm, asked)
  } finally {
    await storm.close()
  }
})

/** Everybody looks until all of it is answered, and then once more: whatever would be sent a second time has its chance. */
async function calm(storm: Storm, asked: readonly Sent[], most: number): Promise<void> {
  for (let look = 0; look < most && !asked.every(storm.isAnswered); look += 1) await storm.look()
  await storm.look()
  await storm.look()
}

async function check(storm: Storm, asked: readonly Sent[]): Promise<void> {
  const { letters } = storm.megler.letters(0)
  const answers = asked.map(({ number }) =>
    letters.flatMap((one) => (one.number === number && one.reply !== undefined ? [one.reply] : [])),
  )
  // What the broker has carried, whether or not the megler has seen it.
  const published = (await storm.transfers()).filter((transfer) => transfer.published)
  const carried = [...Map.groupBy(published, ({ reference }) => reference).values()].map((all) => ({
    requests: all.filter(({ isAnswer }) => !isAnswer).length,
    answers: all.filter(({ isAnswer }) => isAnswer).length,
  }))
  const contents = answers.map((all) => new Set(all.map(contentOf)).size)
  totals.requests += asked.length
  totals.answers += published.filter(({ isAnswer }) => isAnswer).length
  totals.unanswered += answers.filter((all) => all.length === 0).length
  totals.differing += contents.filter((number) => number > 1).length
  totals.same += carried.filter((one, index) => one.answers > 1 && contents[index] === 1).length
  expect(carried).toEqual(asked.map(() => ({ requests: 1, answers: 1 })))
  expect(contents).toEqual(asked.map(() => 1))
  // On file once, however often it was fetched.
  expect(answers.map((all) => all.length)).toEqual(asked.map(() => 1))
  expect(letters.filter(({ what }) => what === 'unmatched')).toEqual([])
}

/** All of an answer but how its case was found. */
const contentOf = ({ matchedBy: _, ...content }: ReceivedReply): string => JSON.stringify(content)

it('somebody was killed everywhere', () => {
  const lines = [...killed].toSorted().map(([name, times]) => `  ${times} × ${name}`)
  const sum = [...killed.values()].reduce((all, times) => all + times, 0)
  process.stdout.write(
    `${sum} kills of ${seeds.length * (turns + 1)} that were tried; ${JSON.stringify(totals)}\n${lines.join('\n')}\n`,
  )
  if (seeds.length < 50) return
  // What was tried, or the proof proves nothing.
  expect(aims.filter((aim) => (killed.get(nameOf(aim)) ?? 0) < 3).map(nameOf)).toEqual([])
})
