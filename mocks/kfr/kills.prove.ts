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
const pace = 300

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

interface Working {
  readonly random: () => number
  readonly known: Map<string, Known>
  /** Is told of every answer. */
  readonly tick: () => void
}

/** Reports and ends until the register is gone. */
async function work(running: Running, numbers: readonly string[], { random, known, tick }: Working): Promise<never> {
  for (;;) {
    const number = numbers[Math.floor(random() * numbers.length)] ?? ''
    const before = known.get(number)
    known.set(number, 'open')
    const status = await (before === 'active' && random() < 0.5 ? running.end(number) : running.add(number))
    if (![200, 201, 204].includes(status)) throw new Error(`answered ${status}`)
    known.set(number, status === 204 ? 'ended' : 'active')
    tick()
  }
}

const used = new Set<string>()
const printed: string[] = []

interface Played {
  readonly known: ReadonlyMap<string, Known>
  readonly list: readonly string[]
  readonly batch: 'accepted' | 'open'
}

/** Reports, a batch, and the end: after so many answers, in every other round so many after that to the batch. */
async function play(running: Running, round: number): Promise<Played> {
  const random = randomFrom(round)
  const known = new Map<string, Known>()
  const list = Array.from({ length: batchEntries }, (_, index) => numberOf(round, index))
  for (const number of list) used.add(number)
  const waitsForBatch = round % 2 === 0
  let batch: Played['batch'] = 'open'
  let left = 1 + Math.floor(random() * mostAnswers)
  const moment = Promise.withResolvers<void>()
  const tick = () => {
    if (waitsForBatch && batch === 'open') return
    left -= 1
    if (left <= 0) moment.resolve()
  }
  const working = Array.from({ length: workers }, (_, worker) => {
    const numbers = Array.from({ length: 25 }, (_, index) => numberOf(round, 50_000 + worker * 100 + index))
    for (const number of numbers) used.add(number)
    return work(running, numbers, { random, known, tick }).catch(() => {})
  })
  const sent = running.batch(writeForm({ list: list.map((number) => `${number}#2020-01-01`).join(',') })).then(
    (status) => {
      if (status === 201) batch = 'accepted'
    },
    () => {},
  )
  await moment.promise
  await new Promise((resolve) => setTimeout(resolve, random() * 20))
  await running.kill()
  await Promise.all([...working, sent])
  printed.push(running.text())
  return { known, list, batch }
}

async function check(running: Running, round: number, { known, list, batch }: Played): Promise<number> {
  await running.ask({ perSecond: null })
  const idle = running.ask('idle')
  await idle
  let answered = 0
  for (const [number, state] of known) {
    if (state === 'open') continue
    answered += 1
    // Who is active is known to be, and who has ended begins anew.
    expect([round, state, await running.add(number)]).toEqual([round, state, state === 'active' ? 200 : 201])
  }
  const sample = list.filter((_, index) => index % 97 === 0 || index >= batchEntries - 3)
  const found = await Promise.all(sample.map((number) => running.own(number, '2020-01-01')))
  if (batch === 'accepted') expect(found).toEqual(sample.map(() => true))
  else expect(new Set(found).size, 'whole or not at all').toBe(1)
  await running.ask({ perSecond: pace })
  return answered
}

it('nothing that was answered is lost, and an accepted batch is finished', async () => {
  const all: { readonly answered: number; readonly accepted: boolean; readonly left: number }[] = []
  let running = await place.start({ ingestPerSecond: pace })
  for (let round = 0; round < rounds; round += 1) {
    const played = await play(running, round)
    running = await place.start({ ingestPerSecond: pace })
    const left = running.pending
    all.push({ answered: await check(running, round, played), accepted: played.batch === 'accepted', left })
  }
  await running.kill('SIGTERM')
  printed.push(running.text())
  const sum = all.reduce((total, { answered }) => total + answered, 0)
  const accepted = all.filter((one) => one.accepted).length
  const amid = all.filter(({ left }) => left > 0).length
  process.stdout.write(
    `kills: ${rounds}, customers answered for: ${sum}, batches accepted: ${accepted}, with a batch that waited: ${amid}\n`,
  )
  // What was tried, or the proof proves nothing.
  expect(sum).toBeGreaterThan(rounds * 5)
  expect(accepted).toBeGreaterThanOrEqual(rounds / 2)
  expect(amid).toBeGreaterThanOrEqual(rounds / 4)
}, 1_800_000)

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
