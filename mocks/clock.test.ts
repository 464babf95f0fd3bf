import { expect, it } from 'vitest'
import { createManualClock, pause, whoNeverWaits } from './clock.ts'

it('knows what is due next', () => {
  const clock = createManualClock(0)
  expect(clock.next()).toBeNull()
  const cancel = clock.at(20, () => {})
  clock.at(30, () => {})
  expect(clock.next()).toBe(20)
  cancel()
  expect(clock.next()).toBe(30)
  clock.advance(30)
  expect(clock.next()).toBeNull()
})

it('goes on as far as somebody waits, and no further', async () => {
  const clock = createManualClock(0)
  const impatient = whoNeverWaits(clock)
  await pause(impatient, 5000)
  expect(clock.now()).toBe(5000)
  const cancel = impatient.at(6000, () => expect.unreachable('it was cancelled'))
  cancel()
  await pause(impatient, 2000)
  expect(impatient.now()).toBe(7000)
})
