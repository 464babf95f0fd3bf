import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { keptAndMade } from '../../../testing/pacts.ts'
import { fileName, makePact } from './make.ts'

/** The contract in the repository is what the client does now. `UPDATE_PACTS=1` writes it anew. */
const kept = fileURLToPath(new URL(`../../../../contracts/pacts/${fileName}`, import.meta.url))

it('the contract of a bank with Altinn Broker is what our client sends and reads', async () => {
  const { text, made } = await keptAndMade(kept, makePact)
  expect(made).toBe(text)
})
