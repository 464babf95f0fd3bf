import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { keptAndMade } from '../../testing/pacts.ts'
import { fileNames, makeBankPact, makeBosidenPact } from './make.ts'

/** The contracts in the repository are what the clients do now. `UPDATE_PACTS=1` writes them anew. */
const kept = (name: string) => fileURLToPath(new URL(`../../../contracts/pacts/${name}`, import.meta.url))

it.each([
  [fileNames.bank, makeBankPact],
  [fileNames.bosiden, makeBosidenPact],
])('%s is what our client sends and reads', async (name, make) => {
  const { text, made } = await keptAndMade(kept(name), make)
  expect(made).toBe(text)
})
