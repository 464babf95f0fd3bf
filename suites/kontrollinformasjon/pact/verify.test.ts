import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IsoDate } from '../../../contracts/calendar.ts'
import { type Parties, startParties } from '../../../mocks/parties.ts'
import type { Target } from '../../kit/target.ts'
import { fjordbankenTarget } from '../../targets/fjordbanken.ts'
import { referenceTarget } from '../../targets/reference.ts'
import { brokenBy } from './broken-by.ts'
import { fileName } from './make.ts'
import { verifyPact } from './verify.ts'

const file = fileURLToPath(new URL(`../../../contracts/pacts/${fileName}`, import.meta.url))
const day = '2026-11-20' as IsoDate
let parties: Parties

beforeAll(async () => {
  parties = await startParties()
})
afterAll(() => parties.close())

async function verified(target: Target): Promise<string> {
  try {
    await verifyPact(target, file)
    return 'kept'
  } catch (error) {
    return (error as Error).message
  } finally {
    await target.close()
  }
}

describe('the contract of bosiden with a bank', () => {
  const reference = (faults: readonly string[]) => referenceTarget({ seed: 1, day, faults, parties })

  it('is kept by the reference bank', async () => expect(await verified(await reference([]))).toBe('kept'))

  it('is kept by Fjordbanken, which never answers plain JSON', async () =>
    expect(await verified(await fjordbankenTarget({ seed: 2, day, parties }))).toBe('kept'))

  it.each(brokenBy)('is broken by %s', async (fault) =>
    expect(await verified(await reference([fault]))).not.toBe('kept'),
  )
})
