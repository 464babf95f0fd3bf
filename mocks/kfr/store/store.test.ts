import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, type IsoDate } from '../../../contracts/calendar.ts'
import type { Entry } from '../../../contracts/kfr/batch/grammar.ts'
import { createManualClock } from '../../clock.ts'
import { createSettableClock } from '../clock.ts'
import { formsFound, numberForms } from '../testing/number-forms.ts'
import { createSecret } from './secret.ts'
import { createSpool } from './spool.ts'
import { openStore, type Store } from './store.ts'

const secret = createSecret(randomBytes(32))
const day = (count: number) => addDays('2020-01-01' as IsoDate, count)

describe('the register, beside one that is only a list', () => {
  interface Known {
    readonly since: number
    readonly until: number | null
  }
  const step = fc.record({
    what: fc.constantFrom('add', 'end'),
    customer: fc.integer({ min: 0, max: 2 }),
    days: fc.integer({ min: 0, max: 3 }),
  })
  let store: Store
  beforeAll(() => {
    store = openStore(null, secret)
  })
  afterAll(() => store.close())

  it('knows every period, whatever happens', () => {
    let run = 0
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        fc.integer({ min: -2, max: 80 }),
        fc.nat(6),
        (steps, from, length) => {
          run += 1
          const institution = String(run)
          const lists = new Map<number, Known[]>()
          let now = 0
          for (const { what, customer, days } of steps) {
            now += days
            const list = lists.get(customer) ?? []
            const index = list.findIndex(({ until }) => until === null)
            const id = { institution, customer: secret.cover(`${customer}`) }
            if (what === 'add') {
              expect(store.register.add({ ...id, since: day(now) })).toBe(index === -1)
              if (index === -1) list.push({ since: now, until: null })
            } else {
              expect(store.register.end({ ...id, until: day(now) })).toBe(index !== -1)
              const [known] = index === -1 ? [] : list.splice(index, 1)
              if (known !== undefined) list.push({ since: known.since, until: now })
            }
            lists.set(customer, list)
          }
          for (const [customer, list] of lists) {
            const found = store.register
              .find(secret.cover(`${customer}`), { from: day(from), to: day(from + length) })
              .filter((relation) => relation.institution === institution)
            const expected = list.filter(
              ({ since, until }) => since <= from + length && (until === null || until >= from),
            )
            expect(found.length > 0).toBe(expected.length > 0)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the spool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samsvar-spool-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const spool = createSpool(folder, secret)
  const entries = Array.from({ length: 1500 }, (_, index) => ({
    customer: `018652${String(index).padStart(5, '0')}`,
    since: index % 3 === 0 ? null : day(index),
  })) as unknown as readonly Entry[]
  const read = (id: string, from: number) => {
    const reader = spool.read(id, from)
    const all: Entry[] = []
    for (let entry = reader.next(); entry !== null; entry = reader.next()) all.push(entry)
    reader.close()
    return all
  }

  it('gives back what was written, from anywhere on, and shows none of it', () => {
    const writer = spool.begin('a')
    for (const entry of entries) writer.write(entry)
    expect(writer.keep()).toBe(entries.length)
    for (const from of [0, 1, 511, 512, 513, 1499, 1500]) expect(read('a', from)).toEqual(entries.slice(from))
    const bytes = readFileSync(join(folder, 'a.batch'))
    expect(
      formsFound(
        bytes,
        entries.map(({ customer }) => customer),
      ),
    ).toEqual(new Map())
    const [first] = entries
    const planted = numberForms.flatMap(({ of }) => [of(first?.customer ?? ''), Buffer.from('|')])
    expect(formsFound(Buffer.concat([bytes, ...planted]), [first?.customer ?? '']).size).toBe(numberForms.length)
  })

  it('takes nothing that was changed or moved', () => {
    const bytes = readFileSync(join(folder, 'a.batch'))
    writeFileSync(join(folder, 'b.batch'), bytes)
    expect(() => read('b', 0)).toThrow()
    bytes[100] = (bytes[100] ?? 0) ^ 1
    writeFileSync(join(folder, 'a.batch'), bytes)
    expect(() => read('a', 0)).toThrow()
  })
})

describe('the secret', () => {
  it('covers equal numbers equally, others otherwise, and by itself alone', () => {
    const other = createSecret(randomBytes(32))
    const [one, two] = ['01865210090', '01865210091']
    expect(secret.cover(one)).toEqual(secret.cover(one))
    expect(secret.cover(one)).toHaveLength(16)
    expect(secret.cover(one)).not.toEqual(secret.cover(two))
    expect(secret.cover(one)).not.toEqual(other.cover(one))
    expect(secret.shown(one)).not.toBe(secret.cover(one).toString('hex'))
    expect(secret.cover('x'.repeat(40))).toHaveLength(16)
  })
})

it('a clock that is set takes its alarms along', () => {
  const beneath = createManualClock(0)
  const clock = createSettableClock(beneath)
  const rung: string[] = []
  clock.at(5000, () => rung.push('early'))
  clock.at(90_000_000, () => rung.push('late'))
  const cancel = clock.at(6000, () => rung.push('never'))
  cancel()
  clock.set('1970-01-02T00:00:00.000Z')
  beneath.advance(0)
  expect([clock.now(), clock.isSet(), rung]).toEqual([86_400_000, true, ['early']])
  beneath.advance(3_600_000)
  expect(rung).toEqual(['early', 'late'])
  clock.set(null)
  expect([clock.now(), clock.isSet()]).toEqual([3_600_000, false])
  expect(() => clock.set('soon')).toThrow(/"soon" is no time/)
})
