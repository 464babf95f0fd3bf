import { faker } from '@faker-js/faker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { caseIds } from '../../../contracts/dsve/fixtures/cases.ts'
import type { RequestRoot } from '../../../contracts/dsve/messages.ts'
import type { AroundDsve } from '../../own-rooms.ts'
import { bank, type House, openHouse } from './testing/scene.ts'
import { openStorm, type Storm } from './testing/storm.ts'

/**
 * As the megler sees it: whatever is stopped in the middle, broker or bank, and although every event comes twice, no
 * request is left unanswered, and none is answered twice.
 */

const seeds = Array.from({ length: 50 }, (_, index) => index + 1)
const flows: readonly RequestRoot[] = ['restgjeldsforespoersel', 'innfrielsessaldoforespoersel']

let house: House
let parties: AroundDsve
let storm: Storm
beforeAll(async () => {
  house = await openHouse()
  parties = await house.dsveFor(bank)
})
afterAll(async () => {
  await parties.close()
  await house.close()
})

it.each(seeds)('seed %i', async (seed) => {
  faker.seed(seed)
  const upTo = (most: number) => faker.number.int({ min: 0, max: most })
  storm = await openStorm({ house, parties, hearsEvents: upTo(1) === 1 })
  try {
    const asked = []
    for (let turn = 0; turn < 4; turn += 1) {
      const number = 1 + upTo(1)
      for (let index = 0; index < number; index += 1)
        asked.push(
          await storm.ask({
            message: faker.helpers.arrayElement(flows),
            fixture: faker.helpers.arrayElement(caseIds),
          }),
        )
      // A request takes some six calls from the search to the last look at what was sent.
      if (upTo(2) > 0) await storm.stopBank(upTo(12))
      else await storm.stopBroker(upTo(12))
    }
    await storm.calm(asked)
    const { letters } = storm.megler.letters(0)
    const answers = asked.map(({ number }) => letters.filter((one) => one.number === number && one.reply !== undefined))
    expect(answers.map(({ length }) => length)).toEqual(asked.map(() => 1))
    expect(letters.filter(({ what }) => what === 'unmatched')).toEqual([])
  } finally {
    await storm.close()
  }
})
