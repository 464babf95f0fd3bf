import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeForm } from '../../contracts/kfr/batch/multipart.ts'
import { openPlace, type Place, type Running } from './alone/process.ts'
import { formsFound, numberForms } from './testing/number-forms.ts'

/**
 * The register is killed at fifty seeded moments, while it is reported to and stores a batch. Whatever it had answered
 * 200, 201 or 204 to stands there when it starts again, and a batch that was accepted is stored to its end. After all of
 * it no number that was used can be read anywhere in its folder, or in what it has printed.
 */

const rounds = 50
/** Answers after which the register is killed: some of these, by the seed. A slow machine is killed later. */
const mostAnswers = 60
const batchEntries = 3000
const workers = 4
/** Relationships per second, so that a kill mostly comes in the middle of a batch. */
const pace = 4000

let place: Place
beforeAll(async () => {
  place = await openPlace()
})
afterAll(() => place.close())

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Eleven digits that nobody has: month 81 to 92, check digits as they come. */
const numberOf = (round: number, index: number) =>
  `${String((index % 28) + 1).padStart(2, '0')}${81 + (round % 12)}${String(round).padStart(2, '0')}${String(10_000 + index)}`

/** What is known of a customer by what was answered; `open` while a call had no answer. */
type Known = 'active' | 'ended' | 'open'

/** Reports and ends until the register is gone. */
async function work(
  running: Running,
  numbers: readonly string[],
  random: () => number,
  known: Map<string, Known>,
  tick: () => void,
) {
  for (;;) {
    const number = numbers[Math.floor(random() * numbers.length)] ?? ''
    const before = known.get(number)
    known.set(number, 'open')
    const status = await (before === 'active' && random() < 0.5 ? running.end(number) : running.add(number))
    known.set(number, status === 204 ? 'ended' : 'active')
    tick()
    if (![200, 201, 204].includes(status)) throw new Error(`answered ${status}`)
  }
}
const used = new Set<string>()
const printed: string[] = []

/** How a round went: whether the batch was answered, and how far it was when the register was killed. */
interface Round {
  readonly answered: number
  readonly accepted: boolean
  readonly left: number
}

async function play(round: number): Promise<Round> {
  const random = randomFrom(round)
  const known = new Map<string, Known>()
  const list = Array.from({ length: batchEntries }, (_, index) => numberOf(round, index))
  const running = await place.start({ ingestPerSecond: pace })
  let batch: 'accepted' | 'refused' | 'open' = 'open'
  const moment = Promise.withResolvers<void>()
  let left = 10 + Math.floor(random() * mostAnswers)
  const tick = () => {
    left -= 1
    if (left === 0) moment.resolve()
  }
  const working = Array.from({ length: workers }, (_, worker) => {
    const numbers = Array.from({ length: 25 }, (_, index) => numberOf(round, 50_000 + worker * 100 + index))
    for (const number of numbers) used.add(number)
    return work(running, numbers, random, known, tick).catch(() => {})
  })
  for (const number of list) used.add(number)
  const sent = running.batch(writeForm({ list: list.map((number) => `${number}#2020-01-01`).join(',') })).then(
    (status) => {
      batch = status === 201 ? 'accepted' : 'refused'
    },
    () => {},
  )
  await moment.promise
  await new Promise((resolve) => setTimeout(resolve, random() * 20))
  await running.kill()
  await Promise.all([...working, sent])
  printed.push(running.text())

  const again = await place.start({ ingestPerSecond: null })
  try {
    const told = await again.ask('count')
    const pending = 'count' in told ? told.count.pending : 0
    for (const [number, state] of known) {
      // Who is active is known to be, and who has ended begins anew.
      if (state !== 'open')
        expect([round, state, await again.add(number)]).toEqual([round, state, state === 'active' ? 200 : 201])
    }
    await again.ask('idle')
    const sample = list.filter((_, index) => index % 97 === 0 || index >= batchEntries - 3)
    const found = await Promise.all(sample.map((number) => again.own(number, '2020-01-01')))
    const isAccepted = (batch as string) === 'accepted'
    if (isAccepted) expect(found).toEqual(sample.map(() => true))
    else expect(new Set(found).size, 'whole or not at all').toBe(1)
    const answered = [...known.values()].filter((state) => state !== 'open').length
    return { answered, accepted: isAccepted, left: pending }
  } finally {
    await again.kill('SIGTERM')
    printed.push(again.text())
  }
}

it('nothing that was answered is lost, and an accepted batch is finished', async () => {
  const all: Round[] = []
  for (let round = 0; round < rounds; round += 1) all.push(await play(round))
  // What was tried, or the proof proves nothing.
  expect(all.reduce((sum, { answered }) => sum + answered, 0)).toBeGreaterThan(rounds * 10)
  expect(all.filter(({ accepted }) => accepted).length).toBeGreaterThan(rounds / 4)
  expect(all.filter(({ left }) => left > 0 && left < batchEntries).length).toBeGreaterThan(rounds / 10)
  process.stdout.write(
    `kills: ${rounds}, customers answered for: ${all.reduce((sum, { answered }) => sum + answered, 0)}, ` +
      `batches accepted: ${all.filter(({ accepted }) => accepted).length}, ` +
      `killed in the middle of one: ${all.filter(({ left }) => left > 0 && left < batchEntries).length}\n`,
  )
}, 1_200_000)

it('no number that was used can be read of what is left', async () => {
  // A batch that waits, and a process that was killed: what a disk holds then.
  const waiting = Array.from({ length: 2000 }, (_, index) => numberOf(99, index))
  for (const number of waiting) used.add(number)
  const running = await place.start({ ingestPerSecond: 1 })
  expect(await running.batch(writeForm({ list: waiting.join(',') }))).toBe(201)
  await running.kill()
  const files = readdirSync(place.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const contents = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['register.sqlite', 'access.log']))
  expect(files.some(({ name }) => name.endsWith('.batch'))).toBe(true)
  const whole = Buffer.concat([...contents, Buffer.from(printed.join('\n'))])
  expect(formsFound(whole, used)).toEqual(new Map())
  // The scan itself finds what it looks for, in every form.
  const [one = ''] = used
  const planted = Buffer.concat(numberForms.flatMap(({ of }) => [of(one), Buffer.from('|')]))
  expect([...formsFound(Buffer.concat([whole, planted]), [one]).keys()]).toEqual(numberForms.map(({ form }) => form))
  process.stdout.write(`scanned ${whole.length} bytes for ${used.size} numbers in ${numberForms.length} forms\n`)
}, 600_000)
