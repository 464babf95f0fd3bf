import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { exportJWK, generateKeyPair } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { requirement } from '../../../contracts/register.ts'
import { parseLoad } from '../../../contracts/report/load-file.ts'
import schema from '../../../contracts/report/report.schema.json' with { type: 'json' }
import { serviceLevel } from '../../../contracts/ytelse/service-level.ts'
import type { Behaviour } from '../../../mocks/bank/ytelse/behaviour.ts'
import { reportOf } from '../../../suites/kit/load/judge/figures.ts'
import { certified, resultsOn, usually } from '../../../suites/ytelse/testing/certified.ts'
import { documents } from '../../documents.ts'

/** The report of a run for certification, ninety thousand requests in six windows, of a bank that stood still once. */

/** Ten minutes into the second window, for five seconds. */
const stalling = (window: number): Behaviour => {
  const calm = usually(35, window)
  return (arrival) => {
    const left = 605_000 - arrival.at
    return window === 2 && left > 0 && left <= 5000 ? { delayMs: left } : calm(arrival)
  }
}

const record = await certified({ behaviour: stalling })
let made: ReadonlyMap<string, string>
beforeAll(async () => {
  const { publicKey } = await generateKeyPair('RSA-OAEP-256', { extractable: true })
  made = await documents(record, { sealTo: await exportJWK(publicKey), titles: requirement })
})
const page = () => made.get('report.html') ?? ''
const json = () => JSON.parse(made.get('report.json') ?? '{}')
/** What stands between the heading of one window and that of the next. */
const windowOf = (id: string) =>
  page()
    .split('<h3 id="w')
    .find((text) => text.startsWith(`${id.slice(1)}"`)) ?? ''
const slowIn = (at: number) => record.report.loads?.[at]?.figures.slow

describe('a report for certification', () => {
  it('names each window, and draws each by itself: a stall in one is in no other', () => {
    expect([...page().matchAll(/<h3 id="(w\d)">/g)].map(([, id]) => id)).toEqual(['w1', 'w2', 'w3', 'w4', 'w5', 'w6'])
    const dotted = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'].filter((id) => windowOf(id).includes('class="dots"'))
    expect(dotted).toEqual(['w2', 'w5'])
    expect(windowOf('w2')).toContain('Uten annet arbeid 2/3')
    expect(windowOf('w5')).toContain('Ved siden av en annen jobb 2/3')
  })

  it('says how many are drawn one by one, and how the others are', () => {
    expect(slowIn(1)).toBeGreaterThan(40)
    expect(windowOf('w2')).toContain(`is a dot of its own (${slowIn(1)})`)
    expect(windowOf('w2')).toContain(
      `The other ${(12_000 - (slowIn(1) ?? 0)).toLocaleString('en')} are drawn together, 10 s at a time`,
    )
  })

  it('has a place in the middle of the drawing for the stall, from half a second to five', () => {
    const [, drawn = ''] = /class="dots" d="([^"]*)"/.exec(windowOf('w2')) ?? []
    const places = [...drawn.matchAll(/M(\d+) (\d+)V(\d+)/g)].map((match) => match.slice(1).map(Number))
    // Twenty minutes are 872 units from 64 on; of a tenfold of latency there are 70.
    for (const [x = 0] of places) expect(Math.abs(x - 64 - 872 / 2)).toBeLessThanOrEqual(4)
    const heights = places.flatMap(([, from = 0, to = 0]) => [from, to])
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(60)
  })

  it('puts the windows beside each other, with what they count together', () => {
    const [table = ''] = /<table aria-labelledby="load-windows">.*?<\/table>/s.exec(page()) ?? []
    expect([...table.matchAll(/<a href="#(w\d)">/g)].map(([, id]) => id)).toEqual(['w1', 'w2', 'w3', 'w4', 'w5', 'w6'])
    expect(table.match(/36\u00a0000/g)).toHaveLength(2)
  })

  it('tells what a pass is worth, and of a breach in which window it was', () => {
    const [told] = record.report.results.flatMap(({ findings }) => findings)
    expect(told?.what).toMatch(
      /in w1, w2 and w3 together \d+ of 36000 were slow or failed \(in truth at most [\d.]+ %\); up to 328 show a share below 1 % with 95 % confidence/,
    )
    expect(page().includes(`<bdi lang="en">${told?.what}</bdi> <a href="#w2">w2</a>`)).toBe(true)
    const still = record.report.results.find((one) => one.requirement === 'YT-004')
    expect(still).toMatchObject({
      verdict: 'warn',
      message: expect.stringMatching(/the longest time without one was \d{4} ms \(w2\)$/),
    })
  })

  it('says at the top that there is a warning, whatever is met', () => {
    expect(record.report.summary).toMatchObject({ verdict: 'pass', warn: 1 })
    expect(page().includes(', 1 med advarsel')).toBe(true)
  })

  it('has every id once, and every link leads somewhere', () => {
    const ids = [...page().matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, to] of page().matchAll(/(?:href="#|labelledby=")([^"]+)"/g)) expect(ids).toContain(to)
  })

  it('is small, whatever was measured', () => {
    expect(page().length).toBeLessThan(300_000)
    expect((made.get('report.json') ?? '').length).toBeLessThan(30_000)
  })

  it('is what the published schema says', () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true })
    formats.default(ajv)
    const validate = ajv.compile(schema)
    expect(validate(json()), JSON.stringify(validate.errors)).toBe(true)
  })
})

describe('load.ndjson of such a run', () => {
  it('has every request, and says the same when it is judged again', async () => {
    const windows = parseLoad(made.get('load.ndjson') ?? '')
    expect(windows).toEqual(record.loads)
    expect(windows.map(({ samples }) => samples.length)).toEqual([12_000, 12_000, 12_000, 18_000, 18_000, 18_000])
    const named = (name: string) => windows.filter((window) => window.name === name)
    expect(await resultsOn({ usual: named('calm'), besideJob: named('beside-job') })).toEqual(record.report.results)
    expect(windows.map((window) => reportOf(window, serviceLevel))).toEqual(record.report.loads)
  })
})
