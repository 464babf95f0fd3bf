import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Variant } from '../../megler/variants/variant.ts'
import { variants } from '../../megler/variants.ts'
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

/** None of the two requests. */
const others = ['unknown-message-type', 'signed-mortgage-deed']
/** Which a date that has passed is not answered with. */
const dates = ['DSVE-171', 'DSVE-172']

describe('a variant', () => {
  it.each(Object.keys(variants) as (keyof typeof variants)[])('%s is met as it should be', async (variant) => {
    const { lawful }: Variant = variants[variant]
    const message = /date/.test(variant) ? 'innfrielsessaldoforespoersel' : 'restgjeldsforespoersel'
    const { number, fileTransferId, referanse } = await scene.ask({ message, fixture: 'S1', variant })
    await scene.look()
    const [reply] = scene.answersTo(number)
    if (others.includes(variant)) {
      expect(scene.dsve.letters().at(-1)).toMatchObject({ fileTransferId, done: 'not ours' })
      return
    }
    if (reply === undefined) throw new Error('no answer')
    const problems = problemsIn(scene, { message, fixture: 'S1', fileTransferId, referanse }, reply)
    if (variant === 'wrong-owner-id') expect(problems.map(({ actual }) => actual)).toEqual(['Feil'])
    else if (lawful) expect(problems.filter(({ requirement }) => !dates.includes(requirement))).toEqual([])
    else {
      expect(reply.propertyList.status).toBe('Feil')
      expect(reply.propertyList.statusDescription).toMatch(/[.]$/)
    }
    const { seen } = scene.parties.megler.seen(0)
    expect(seen.filter(({ method, path }) => method === 'TLS' || path.startsWith('/kanari'))).toEqual([])
  })
})
