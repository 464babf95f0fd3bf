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

it('keeps a bounded number, and gives up the oldest', () => {
  const used = createUsedGrants(3)
  const take = (id: number) => used.take({ clientId: 'a', id: String(id), until: 1000 }, 0)
  for (let id = 1; id <= 10; id += 1) expect(take(id)).toBe(true)
  expect([take(9), take(10), take(1)]).toEqual([false, false, true])
})
