import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoadWindow } from '../../contracts/report/load.ts'
import { loadNdjson } from '../../contracts/report/load-file.ts'
import { profiles } from '../../suites/kit/load/profile.ts'
import { certified, usually } from '../../suites/ytelse/testing/certified.ts'
import { dispatch } from '../cli/dispatch.ts'
import { exitCodes } from '../cli/exit.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsvar-judge-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function judge(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const console = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), isTerminal: false }
  const code = await dispatch(['judge', ...args], { ...console, interrupt: new AbortController().signal })
  return { code, out: out.join('\n'), err: err.join('') }
}

async function file(text: string): Promise<string> {
  const path = join(folder, 'load.ndjson')
  await writeFile(path, text)
  return path
}
const record = (windows: readonly LoadWindow[]) => file(loadNdjson(windows))

/** Of a bank with two standard windows. */
const quick = await certified({ behaviour: (window) => usually(20, window), profile: profiles.standard })
const late = await certified({ behaviour: () => () => ({ delayMs: 600 }), profile: profiles.standard })
const [calm, beside] = quick.loads as [LoadWindow, LoadWindow]

describe('samsvar judge', () => {
  it('says of a whole record what the run said', async () => {
    const { code, out } = await judge(await record([calm, beside]), '--agreement', 'Avtale 1')
    expect(code).toBe(exitCodes.ok)
    expect(out).toContain('w1: Without other work, standard profile, 10 a second, began 2026-11-21 12:00:00 UTC')
    expect(out).toMatch(/1200 counted, 0 slow or failed \(0%, in truth 0% to 0\.25%\); half of the good answers within/)
    expect(out).toMatch(/by itself met: 0 of 1200 were slow or failed/)
    expect(out).toMatch(/MET YT-001 .*\n {4}99 % should be answered well within 500 ms/)
    expect(out).toContain('Conformant: 0 breach, 0 inconclusive, 0 warning, 7 met')
  })

  it('fails what is agreed, and warns of it otherwise', async () => {
    const path = await record(late.loads ?? [])
    const failed = await judge(path, '--agreement', 'Avtale 1')
    expect(failed.code).toBe(exitCodes.fail)
    for (const { requirement, verdict } of late.report.results)
      if (verdict === 'fail') expect(failed.out).toMatch(new RegExp(`BREACH ${requirement} `))
    expect(failed.out).toContain(late.report.results.find(({ requirement }) => requirement === 'YT-001')?.message)
    const warned = await judge(path)
    expect([warned.code, warned.out]).toEqual([exitCodes.ok, expect.stringContaining('WARNING YT-001')])
  })

  it('judges no part as if it were the whole', async () => {
    const part = (id: string, number: number): LoadWindow => ({ ...calm, id, part: { number, of: 3 } })
    const { code, out } = await judge(await record([part('w1', 1), part('w2', 2)]))
    expect(code).toBe(exitCodes.inconclusive)
    expect(out).toMatch(/INCONCLUSIVE YT-001 .*\n {4}on record: w1 and w2; standard plans 3 windows "calm"/)
    expect(out).toMatch(/INCONCLUSIVE YT-006 .*\n {4}no window "beside-job" is on record/)
    expect(out).toContain('7 inconclusive, 0 warning, 0 met')
  })

  it('blames the generator alone where it was not in order', async () => {
    const generator = { ...calm.generator, loopDelayP99: 80 }
    const { code, out } = await judge(await record([{ ...calm, generator }]), '--only', 'YT-001')
    expect(code).toBe(exitCodes.inconclusive)
    expect(out).toMatch(/the generator was not in order: 99 % of the time its thread was held up for as long as 80 ms/)
    expect(out).not.toContain('YT-002')
  })

  it('passes nothing of a register, whose batches stand elsewhere', async () => {
    const samples = calm.samples.map((one, at) => ({ ...one, kind: at % 2 === 0 ? 'add' : 'end' }))
    const mix = ['add', 'end'].map((name) => ({ name, count: calm.n / 2, isJob: false }))
    const { code, out } = await judge(await record([{ ...calm, mix, samples }]))
    expect(code).toBe(exitCodes.inconclusive)
    expect(out).toMatch(/by itself met: 0 of 1200/)
    expect(out).toMatch(/INCONCLUSIVE KFRO-073 .*\n {4}whether the batches .* see report\.json of the run/)
    expect(out).not.toMatch(/YT-|MET KFRO|KFRO-075/)
  })
})

describe('what cannot be judged', () => {
  it.each([
    ['nothing', async () => [], exitCodes.usage, /judge takes one file: samsvar judge out\/latest\/load\.ndjson/],
    ['two files', async () => ['a', 'b'], exitCodes.usage, /judge takes one file/],
    [
      'no file',
      async () => [join(folder, 'none')],
      exitCodes.setup,
      /none names a file that does not exist; a run with/,
    ],
    ['a folder', async () => [folder], exitCodes.setup, /names a folder; a run with load leaves load\.ndjson/],
    ['an empty file', async () => [await file('')], exitCodes.setup, /holds no window of load/],
    ['another file', async () => [await file('{"kind":"run"}\n')], exitCodes.setup, /is this a whole load\.ndjson\?/],
    [
      'one that was cut off',
      async () => [await file(loadNdjson([calm]).slice(0, -20))],
      exitCodes.setup,
      /load, line 1202: no JSON object; the file may have been cut off/,
    ],
    [
      'the load of somebody else',
      async () => [await record([{ ...calm, mix: [...calm.mix, { name: 'cards', count: 0, isJob: false }] }])],
      exitCodes.setup,
      /no load of this samsvar asks for accounts, .*cards; take the samsvar that wrote it/,
    ],
    [
      'a row of another area',
      async () => [await record([calm]), '--only', 'KI-REQ-005'],
      exitCodes.usage,
      /--only: "KI-REQ-005" is not known/,
    ],
  ])('%s', async (_what, args, code, message) =>
    expect(await judge(...(await args()))).toEqual({ code, out: '', err: expect.stringMatching(message) }),
  )
})
