import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse, openScene, problemsIn, type Scene } from '../testing/scene.ts'
import { damaged, idOf } from './damaged.ts'
import { possibleDamages } from './replies.ts'

/** Every damaged reply, as a bank sends it today: the same rows are broken as in the case that stands still. */

let house: House
let scene: Scene
beforeAll(async () => {
  house = await openHouse()
  scene = await openScene(house)
})
afterAll(async () => {
  await scene.close()
  await house.close()
})

it.each(possibleDamages.map((damage) => [idOf(damage), damage] as const))('%s', async (_, damage) => {
  const dsve = await scene.start({ faults: [damaged(damage)] })
  const message = damage.reply === 'restgjeldssvar' ? 'restgjeldsforespoersel' : 'innfrielsessaldoforespoersel'
  const sent = await scene.ask({ message, fixture: damage.of })
  await dsve.poll()
  await scene.settled()
  await dsve.close()
  const [reply] = scene.answersTo(sent.number)
  if (reply === undefined) throw new Error(`no answer: ${JSON.stringify(dsve.told())}`)
  const found: Record<string, string> = {}
  for (const { requirement, weight } of problemsIn(scene, { message, fixture: damage.of, ...sent }, reply))
    if (weight !== 'note' && found[requirement] !== 'breach') found[requirement] = weight
  expect(found).toEqual(damage.finds)
})
