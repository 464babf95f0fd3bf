import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bank } from '../../start.ts'
import { type Question, type Scene, setScene } from '../asking.ts'
import type { Fault } from '../fault.ts'
import { faultById, faults } from './index.ts'
import { makePageProbes, makeProbes, type Probes } from './probing.ts'

let scene: Scene
let probes: Probes
let pages: Probes
let conformant: Readonly<Record<string, string>>
beforeAll(async () => {
  scene = await setScene()
  const bank = await scene.start()
  probes = makeProbes(scene)
  pages = await makePageProbes(scene, bank.baseUrl)
  conformant = await answersOf(bank, { ...probes, ...pages })
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
  return JSON.stringify([status, headers['content-type'], form, body], (name, value) =>
    name === 'registered' ? undefined : value,
  )
}

async function answersOf(bank: Bank, asked: Probes): Promise<Record<string, string>> {
  const { certpub } = scene.parties
  const answers: Record<string, string> = {}
  for (const [name, question] of Object.entries(asked)) answers[name] = await seen(bank, question)
  for (const state of ['outage', 'unknownParticipant'] as const) {
    certpub[state](true)
    bank.forget()
    answers[state] = await seen(bank, asked.sealed as Question)
    certpub[state](false)
    bank.forget()
  }
  return answers
}

/** Pages are long, so they are asked only of banks whose fault may touch them. */
const touchesPages = ({ replaces }: Fault) => 'listTransactions' in replaces || 'stateCompleteness' in replaces

async function differences(fault: Fault): Promise<string[]> {
  const bank = await scene.start({ faults: [fault] })
  const answers = await answersOf(bank, touchesPages(fault) ? { ...probes, ...pages } : probes)
  await bank.close()
  return Object.keys(answers).filter((name) => answers[name] !== conformant[name])
}

describe('faults', () => {
  it.each(faults.map((fault) => [fault.id, fault] as const))('%s', async (id, fault) => {
    process.stdout.write(`DIFF ${id} ${JSON.stringify(await differences(fault))}\n`)
    expect(faultById(id)).toBe(fault)
  })
})
