import { globSync } from 'node:fs'
import { expect, it } from 'vitest'
import { acts } from './index.ts'

/** A poll every fifteen minutes between 08 and 16: one working day. */
const workingDay = 32

it('the acts that need no clock to be moved fit into the polls of one working day', () => {
  const polls = acts.filter(({ movesClock }) => !movesClock).reduce((sum, act) => sum + act.polls, 0)
  expect(polls).toBeLessThanOrEqual(workingDay)
})

it('every act of the folder is in the list, under a name of its own', async () => {
  const files = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => !/^(index|acts\.test)\.ts$/.test(file))
  const modules = await Promise.all(files.map((file) => import(new URL(file, import.meta.url).href)))
  const found = modules
    .flatMap((module) => Object.values(module))
    .filter((one) => typeof (one as { play?: unknown })?.play === 'function')
  expect(new Set(acts)).toEqual(new Set(found))
  expect(new Set(acts.map(({ name }) => name)).size).toBe(acts.length)
})
