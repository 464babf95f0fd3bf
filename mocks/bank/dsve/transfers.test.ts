import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { brokerFaults } from '../../altinn-broker/faults.ts'
import { until } from '../../altinn-broker/testing/desk.ts'
import { type House, openHouse, openScene, problemsIn, type Scene, type SceneOptions } from './testing/scene.ts'

const usual = { message: 'restgjeldsforespoersel', fixture: 'S1' } as const
let house: House
let scene: Scene
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
afterEach(() => scene.close())

const set = async (options: SceneOptions = {}) => {
  scene = await openScene(house, options)
  return scene
}
const broken = (name: string) => {
  const fault = brokerFaults[name]
  if (fault === undefined) throw new Error(`no fault ${name}`)
  return { makes: { 'altinn-broker': [fault] } }
}
const acts = () => {
  const { acts: all } = scene.parties['altinn-broker'].acts(0)
  return all.filter(({ client }) => client === scene.parties.clients.bank.clientId)
}
const statusesOf = (number: number) => scene.answersTo(number).map(({ propertyList }) => propertyList.status)

describe('a request', () => {
  it('is fetched whole, stored, confirmed and answered, in that order', async () => {
    await set()
    const { number, fileTransferId } = await scene.ask(usual)
    await scene.look()
    const own = acts().filter((act) => act.fileTransferId === fileTransferId)
    expect(own.map(({ operation }) => operation)).toEqual(['overview', 'download', 'confirm'])
    expect(statusesOf(number)).toEqual(['RutetSuksessfullt'])
    expect(scene.dsve.letters()).toMatchObject([{ fileTransferId, confirmed: true, done: 'answered' }])
  })

  it('is answered once, however often the bank hears of it', async () => {
    await set({ faults: [broken('events-twice')] })
    const identity = await house.authority.server(['127.0.0.1'])
    const dsve = await scene.start({ webhook: { identity } })
    const { number } = await scene.ask(usual)
    await Promise.all([dsve.poll(), dsve.poll()])
    await scene.look()
    await dsve.idle()
    await until(() => scene.answersTo(number).length > 0)
    expect(statusesOf(number)).toEqual(['RutetSuksessfullt'])
  })

  it('that is told of by event alone is answered', async () => {
    await set()
    const identity = await house.authority.server(['127.0.0.1'])
    const dsve = await scene.start({ webhook: { identity } })
    const { number } = await scene.ask(usual)
    await until(() => scene.answersTo(number).length > 0)
    expect(acts().some(({ operation }) => operation === 'search')).toBe(false)
    await dsve.close()
  })

  it.each([
    'unavailable',
    'server-error',
    'token-refused',
    'too-many-calls',
    'download-cut-off',
    'confirm-200',
    'scan-fails',
    'checksum-wrong',
  ])('is answered once by a bank whose broker is %s', async (fault) => {
    await set({ faults: [broken(fault)] })
    const { number } = await scene.ask(usual)
    for (let turn = 0; turn < 3; turn += 1) await scene.look()
    expect(statusesOf(number)).toEqual(['RutetSuksessfullt'])
  })

  it('is one of 120 that wait, and none is left, nor are messages for others in the way', async () => {
    await set()
    const numbers: number[] = []
    for (let index = 0; index < 110; index += 1)
      await scene.parties.megler.ask({ ...usual, variant: 'unknown-message-type' })
    for (let index = 0; index < 10; index += 1) numbers.push((await scene.parties.megler.ask(usual)).number)
    await scene.look()
    await scene.look()
    expect(numbers.flatMap(statusesOf)).toEqual(numbers.map(() => 'RutetSuksessfullt'))
    expect(scene.letters().filter(({ what }) => what === 'answered')).toHaveLength(10)
  })
})

describe('after a restart', () => {
  it.each(['overview', 'download', 'confirm', 'initialise', 'upload'])(
    'in the middle of %s a request is answered once',
    async (operation) => {
      await set()
      const { number, fileTransferId, referanse } = await scene.ask(usual)
      const polled = scene.dsve.poll()
      await until(() => acts().some((act) => act.operation === operation))
      await scene.dsve.restart()
      await polled
      for (let turn = 0; turn < 2; turn += 1) await scene.look()
      const [reply, ...others] = scene.answersTo(number)
      expect(others).toEqual([])
      if (reply === undefined) throw new Error('no answer')
      expect(problemsIn(scene, { ...usual, fileTransferId, referanse }, reply)).toEqual([])
    },
  )

  it('another process goes on with what is in the folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'samsvar-dsve-'))
    try {
      await set()
      const first = await scene.start({ folder })
      const { number, fileTransferId } = await scene.ask(usual)
      const polled = first.poll()
      await until(() => acts().some((act) => act.operation === 'confirm'))
      await first.close()
      await polled
      const second = await scene.start({ folder })
      expect(second.letters()).toMatchObject([{ fileTransferId }])
      await second.poll()
      await second.poll()
      await until(() => scene.answersTo(number).length > 0)
      expect(statusesOf(number)).toEqual(['RutetSuksessfullt'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
