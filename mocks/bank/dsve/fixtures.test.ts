import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseIds } from '../../../contracts/dsve/fixtures/cases.ts'
import { answerTo, messages, type RequestRoot } from '../../../contracts/dsve/messages.ts'
import { type House, openHouse, openScene, problemsIn, type Scene } from './testing/scene.ts'

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

describe.each(Object.keys(answerTo) as RequestRoot[])('%s', (message) => {
  it.each(caseIds)('about %s is answered once, and nothing is wrong with it', async (fixture) => {
    const sent = await scene.ask({ message, fixture })
    await scene.look()
    const answers = scene.answersTo(sent.number)
    expect(scene.dsve.told().filter(({ what }) => what === 'alarm')).toEqual([])
    expect(answers).toHaveLength(1)
    const [reply] = answers
    if (reply === undefined) throw new Error('no answer')
    expect(reply.propertyList.messageType).toBe(messages[answerTo[message]].messageType)
    expect(problemsIn(scene, { message, fixture, ...sent }, reply).filter(({ weight }) => weight !== 'note')).toEqual(
      [],
    )
  })
})
