import { describe, expect, it } from 'vitest'
import type { LoadSample, LoadWindow } from './load.ts'
import { loadNdjson, parseLoad } from './load-file.ts'

const sample: LoadSample = {
  n: 0,
  kind: 'accounts',
  planned: 0,
  sent: 0.31,
  connected: null,
  secured: null,
  written: 0.42,
  firstByte: 12.5,
  done: 13.25,
  status: 200,
  bytes: 1234,
  error: null,
}

const window: LoadWindow = {
  id: 'w1',
  name: 'calm',
  profile: 'quick',
  part: { number: 1, of: 1 },
  ratePerSecond: 10,
  n: 3,
  seed: 1,
  cadence: 'jittered',
  cap: 400,
  deadlineMs: 30_000,
  mix: [{ name: 'accounts', count: 3, isJob: false }],
  startedAt: '2026-11-21T12:00:00.000Z',
  durationMs: 300,
  floorMs: 0.4,
  whole: true,
  compared: 1,
  generator: { loopDelayP99: 1, loopDelayMax: 2, mostConcurrent: 1, connections: 1 },
  samples: [
    sample,
    { ...sample, n: 1, planned: 100, connected: 101, secured: 103, again: true, wrong: 'another account' },
    { ...sample, n: 2, planned: 200, sent: null, written: null, firstByte: null, status: null, error: 'unsent' },
  ],
}

const second = { ...window, id: 'w2', name: 'beside-job' }
const [first = ''] = loadNdjson([]).split('\n')
const head = `${first}\n`
const changed = (changes: object) => {
  const { samples: _, ...told } = window
  return `${JSON.stringify({ kind: 'window', ...told, ...changes })}\n`
}
const request = (n: number) => `{"n":${n},"k":"accounts","p":${n * 100},"b":1}\n`

describe('load.ndjson', () => {
  it('is read as it was written', () => expect(parseLoad(loadNdjson([window, second]))).toEqual([window, second]))

  it.each([['', 'nothing', []]])('of %j holds %s', (text, _what, windows) => expect(parseLoad(text)).toEqual(windows))

  it.each([
    ['{"kind":"run"}\n', /line 1: the first line must be of kind "load"/],
    [
      loadNdjson([window]).split('\n').slice(0, 4).join('\n'),
      /window w1: 2 of 3 requests; the file may have been cut off/,
    ],
    [loadNdjson([window]).slice(0, -9), /line 5: no JSON object/],
    [`${head}{"n":1}\n`, /line 2: a request stands before any window/],
    ['{\n  "schema": "samsvar.report/1"\n}\n', /line 1: the first line must be of kind "load"/],
    ['{"kind":"load","schema":"samsvar.load/2"}\n', /line 1: the form "samsvar.load\/2" is not read here, only/],
    ['{"kind":"load"}\n', /line 1: a form without a name is not read here/],
    [loadNdjson([window]) + loadNdjson([window]), /line 6: another record begins here; judge each file by itself/],
    [loadNdjson([window, window]), /line 6: w1 cannot be of the same run as w1/],
    [loadNdjson([window, { ...window, id: 'w2' }]), /line 6: w2 cannot be of the same run as w1/],
    [head + changed({ mix: [] }), /line 2: the window has no "mix" that can be read; take the file as the run left it/],
    [head + changed({ profile: 'long' }), /line 2: the window has no "profile" that can be read/],
    [head + changed({ generator: {} }), /line 2: the window has no "generator" that can be read/],
    [`${head + changed({})}{"n":0,"k":"accounts","p":"0","b":1}\n`, /line 3: the request has no "p" that can be read/],
    [head + changed({}) + request(0) + request(0), /line 4: request 0 does not come next in w1, which has 3/],
    [head + changed({}) + request(3), /line 3: request 3 does not come next in w1, which has 3/],
    [
      `${head + changed({})}{"n":0,"k":"cards","p":0,"b":1}\n`,
      /line 3: w1 has no requests of kind "cards"; take the file as the run left it/,
    ],
  ])('that is broken is refused: %#', (text, said) => expect(() => parseLoad(text)).toThrow(said))
})
