import { register } from '../../../contracts/register.ts'
import type { LoadWindow } from '../../../contracts/report/load.ts'
import type { RunRecord } from '../../../contracts/report/report.ts'
import { serviceLevel } from '../../../contracts/ytelse/service-level.ts'
import type { Behaviour } from '../../../mocks/bank/ytelse/behaviour.ts'
import { reportOf } from '../../kit/load/judge/figures.ts'
import { type Profile, profiles } from '../../kit/load/profile.ts'
import { randomFrom } from '../../kit/load/random.ts'
import { agreed } from '../../kit/run/agreement.ts'
import { resultsOf } from '../../kit/run/results.ts'
import { askAll } from '../../kit/run/schedule.ts'
import { summarise } from '../../kit/run/summary.ts'
import { quietly } from '../../kit/testing/quietly.ts'
import checks from '../load.check.ts'
import type { Mix } from '../scenario.ts'
import { doorsTo, type Recorded } from './judged.ts'
import { virtualWindow } from './virtual.ts'

/** A run with the profile for certification, as it would be recorded of a bank that behaves like that; nobody waits for it. */

interface Certified {
  /** By the window, from 1: the bank may be another one after twenty minutes. */
  readonly behaviour: (window: number) => Behaviour
  readonly profile?: Profile
}

export async function certified({ behaviour, profile = profiles.certify }: Certified): Promise<RunRecord> {
  const [usual, besideJob] = (['usual', 'beside-job'] as const).map((mix) => windowsOf(mix, profile, behaviour))
  const recorded = { usual: usual ?? [], besideJob: besideJob ?? [] }
  const loads = [...recorded.usual, ...recorded.besideJob]
  const last = loads.at(-1)
  const results = await resultsOn(recorded)
  return {
    report: {
      schema: 'samsvar.report/1',
      run: {
        id: '20261121T120000Z-00c0ffee',
        seed: 1,
        day: '2026-11-21',
        startedAt: loads[0]?.startedAt ?? '',
        finishedAt: last === undefined ? '' : moment(last, last.durationMs),
        aborted: false,
        strict: false,
        harness: quietly.harness,
        requirementSet: quietly.requirementSet,
      },
      participant: { name: 'Prøvebanken', organisationNumber: '987654325' },
      target: { kind: 'external', faults: [] },
      config: {},
      summary: summarise(results),
      results,
      loads: loads.map((window) => reportOf(window, serviceLevel)),
      errors: [],
    },
    exchanges: [],
    observations: [],
    deeds: [],
    loads,
    known: { identifiers: [], secrets: [] },
  }
}

/** What a run makes of these windows, by its own parts. */
export async function resultsOn(recorded: Recorded) {
  const requirements = register.filter(({ area }) => area === 'ytelse')
  const rows = agreed({ requirements, isSelected: () => true }, { ytelse: { reference: 'of the test' } })
  const listeners = { signal: new AbortController().signal, tell: () => undefined, judged: () => undefined }
  const { judged, errors } = await askAll(checks, doorsTo(recorded), listeners)
  const [first] = errors
  if (first !== undefined) throw new Error(first.message)
  return resultsOf(
    rows,
    judged.map((one) => ({ ...one, durationMs: 0 })),
    false,
  )
}

function windowsOf(mix: Mix, profile: Profile, behaviour: Certified['behaviour']): readonly LoadWindow[] {
  const begins = Date.parse(mix === 'usual' ? '2026-11-21T12:00:00.000Z' : '2026-11-21T13:40:05.000Z')
  const windows: LoadWindow[] = []
  for (let part = 1; part <= profile.windows; part++) {
    const before = windows.at(-1)
    const startedAt =
      before === undefined ? new Date(begins).toISOString() : moment(before, before.durationMs + profile.pauseMs)
    windows.push({ ...virtualWindow(behaviour(part), { mix, profile, part, seed: part }), startedAt })
  }
  return windows
}

const moment = ({ startedAt }: LoadWindow, laterMs: number) =>
  new Date(Date.parse(startedAt) + Math.round(laterMs)).toISOString()

/** Answers as a bank gives them: most about as long as the middle, a few much longer; logarithms are normal. */
export function usually(middleMs: number, seed: number): Behaviour {
  const random = randomFrom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return () => ({ delayMs: middleMs * Math.exp(0.4 * normal()) })
}
