import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { keptAndMade } from '../../../testing/pacts.ts'
import { type Contract, toBank, toMegler } from './letters.ts'
import { makePact } from './make.ts'

/** The contracts in the repository are what our reader reads now. `UPDATE_PACTS=1` writes them anew. */
describe('the contract of messages', () => {
  it.each<readonly [string, Contract]>([
    ['a bank needs of a megler', toBank],
    ['a megler needs of a bank', toMegler],
  ])('that %s is what our reader reads', async (_what, contract) => {
    const kept = fileURLToPath(new URL(`../../../../contracts/pacts/${contract.fileName}`, import.meta.url))
    const { text, made } = await keptAndMade(kept, (folder) => makePact(contract, folder))
    expect(made).toBe(text)
  })
})
