import { expect, it } from 'vitest'
import { createUsedGrants } from './used-grants.ts'

it('takes a grant once for each client, and forgets it only when it could not be used anyway', () => {
  const used = createUsedGrants()
  const grant = { clientId: 'a', id: '1', until: 100_000 }
  expect(used.take(grant, 0)).toBe(true)
  expect(used.take(grant, 1)).toBe(false)
  expect(used.take({ ...grant, clientId: 'b' }, 1)).toBe(true)
  expect(used.take({ ...grant, id: '2', until: 5_000 }, 1)).toBe(true)
  expect(used.take(grant, 99_999)).toBe(false)
  expect(used.take(grant, 110_000)).toBe(true)
})
