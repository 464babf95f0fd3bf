import { expect, it } from 'vitest'
import { inProcess } from './in-process.ts'
import { exampleParty } from './testing/example.ts'

const seen = { party: 'catalogue', at: '2026-11-21T10:00:00.000Z', method: 'GET', path: '/x', status: 0 } as const

it('a request that nobody waited for is observed, and so is how many are lost', async () => {
  const answer = { cursor: 12, seen: [seen], lost: 11 }
  const control = inProcess(exampleParty({ observed: () => Promise.resolve(answer) }))
  expect(await control.observed({ after: 0 })).toEqual(answer)
})
