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

describe('load.ndjson', () => {
  it('is read as it was written', () =>
    expect(parseLoad(loadNdjson([window, { ...window, id: 'w2' }]))).toEqual([window, { ...window, id: 'w2' }]))

  it.each([['', 'nothing', []]])('of %j holds %s', (text, _what, windows) => expect(parseLoad(text)).toEqual(windows))

  it.each([
    ['{"kind":"run"}\n', /line 1: the first line must be of kind "load"/],
    [
      loadNdjson([window]).split('\n').slice(0, 4).join('\n'),
      /window w1: 2 of 3 requests; the file may have been cut off/,
    ],
    [loadNdjson([window]).slice(0, -9), /line 5: no JSON object/],
    ['{"kind":"load"}\n{"n":1}\n', /line 2: a request stands before any window/],
  ])('that is broken is refused: %#', (text, said) => expect(() => parseLoad(text)).toThrow(said))
})
