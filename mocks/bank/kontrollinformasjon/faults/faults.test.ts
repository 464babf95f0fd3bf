import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bank } from '../../start.ts'
import { type Question, type Scene, setScene } from '../asking.ts'
import type { Fault } from '../fault.ts'
import { expectedDifferences } from './expected-differences.ts'
import { faultById, faults } from './index.ts'
import { type Group, makeProbes, touches } from './probing.ts'

let scene: Scene
let probes: Readonly<Record<string, Group>>
let conformant: Readonly<Record<string, string>>
beforeAll(async () => {
  scene = await setScene()
  const bank = await scene.start()
  probes = await makeProbes(scene, bank.baseUrl)
  conformant = await answersOf(bank, Object.values(probes))
})
afterAll(() => scene.close())

/** What the caller sees, without the times and the ciphertext. */
async function seen(bank: Bank, question: Question): Promise<string> {
  const { status, headers, text, body } = await scene.ask(bank.baseUrl, question)
  const form = /^[\w-]+(\.[\w-]+){4}$/.test(text)
    ? 'jwe'
    : headers['content-type'] === 'application/json'
      ? 'json'
      : 'other'
  const withoutTimes = (name: string, value: unknown) => (name === 'registered' ? undefined : value)
  return JSON.stringify([status, headers['content-type'], form, body], withoutTimes)
}

async function answersOf(bank: Bank, groups: readonly Group[]): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const { questions, during } of groups) {
    if (during) scene.parties.certpub[during](true)
    if (during) bank.forget()
    for (const [name, question] of Object.entries(questions)) answers[name] = await seen(bank, question)
    if (during) scene.parties.certpub[during](false)
    if (during) bank.forget()
  }
  return answers
}

/** The names of the probes that a bank with the fault answers otherwise. */
async function differences(fault: Fault): Promise<string[]> {
  const bank = await scene.start({ faults: [fault] })
  const answers = await answersOf(
    bank,
    Object.values(probes).filter((group) => touches(fault, group)),
  )
  await bank.close()
  return Object.keys(answers).filter((name) => answers[name] !== conformant[name])
}

describe('every fault', () => {
  it.each(faults.map((fault) => [fault.id, fault] as const))('%s', async (id, fault) => {
    expect((await differences(fault)).toSorted()).toEqual(expectedDifferences[id]?.toSorted())
  })

  it('is expected, and nothing else is', () => {
    expect(faults.map(({ id }) => id)).toEqual(Object.keys(expectedDifferences))
  })

  it('has an id of its own, a story and a requirement', () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length)
    for (const { id, story, violates, tolerates = [] } of faults) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(story).toMatch(/^[A-Z].*\.$/)
      expect([...violates, ...tolerates].length).toBeGreaterThan(0)
    }
  })

  it('is found by its id, and a mistyped one names the nearest', () => {
    for (const fault of faults) expect(faultById(fault.id)).toBe(fault)
    expect(() => faultById('ignore-expiry')).toThrow(/did you mean ignores-expiry/)
    expect(() => faultById('?')).toThrow(/known are/)
  })
})
