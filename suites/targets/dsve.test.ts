import { afterAll, beforeAll, expect, it } from 'vitest'
import { type IsoDate, today } from '../../contracts/calendar.ts'
import type { Letter } from '../../contracts/dsve/correspondence.ts'
import { createOutgoing } from '../../mocks/http/outgoing.ts'
import type { Target } from '../kit/target.ts'
import { referenceTarget } from './reference.ts'

let target: Target
beforeAll(async () => {
  target = await referenceTarget({ seed: 1, day: today(new Date()) as IsoDate, areas: ['dsve'], faults: [] })
})
afterAll(() => target.close())

async function poll(): Promise<void> {
  const { baseUrl = '', token = '' } = target.hooks ?? {}
  const outgoing = createOutgoing({ trust: target.trust })
  const headers = { authorization: `Bearer ${token}` }
  const { status } = await outgoing.send(`${baseUrl}/poll`, { method: 'POST', headers, body: '{}' })
  await outgoing.close()
  expect(status).toBe(200)
}

const lettersOf = async (): Promise<readonly Letter[]> => (await target.control.letters({ after: 0 })).letters

it('the reference target is asked by a megler, polls by hook, and has answered', async () => {
  const { number } = await target.control.inquire({ inquiry: { message: 'restgjeldsforespoersel', fixture: 'S1' } })
  const answered = () =>
    lettersOf().then((all) => all.some((letter) => letter.number === number && letter.reply !== undefined))
  while (!(await answered())) await poll()
  const { acts } = await target.control.acts({ after: 0 })
  const own = `0192:${target.participant.organisationNumber}`
  const done = acts.filter(({ party }) => party === own).map(({ operation, status }) => `${operation} ${status}`)
  expect(done).toEqual(expect.arrayContaining(['download 200', 'confirm 204', 'initialise 200', 'upload 200']))
  expect(done.indexOf('download 200')).toBeLessThan(done.indexOf('confirm 204'))
})
