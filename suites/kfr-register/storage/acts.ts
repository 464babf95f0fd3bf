import { type MarkerName, markerOf, markers } from '../../../contracts/kfr-register/markers.ts'
import type { EvidenceKind } from '../../../contracts/kfr-register/operator.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Stage } from '../../kit/ask/stage.ts'
import type { Done } from '../../kit/ask/witness.ts'
import { bareDigests, type Needle, readableForms } from '../../kit/evidence/needles.ts'
import { defineAct } from '../../kit/run/act.ts'
import { callsOf, versionsOf } from '../calls.ts'
import { batchOf } from '../forms.ts'

/**
 * What this run has left in the operator's house. A last report, a last batch and a last look-up are made first, so that
 * files from before this moment are known to be too old.
 */

export interface Left {
  /** Null where the configuration names no such files. */
  readonly inspected: Readonly<Record<EvidenceKind, Done | null>>
  readonly journal: Done | null
  readonly digests: Done | null
  /** Logs, for those who were reported in the run and perhaps asked about as well. */
  readonly reported: Done | null
  readonly asked: readonly Answer[]
  readonly lookedUp: readonly Answer[]
  /** From when on a file shows something; ISO 8601. */
  readonly since: string
}

/** Persons: organisation numbers are public, and the agreement does not speak of them. */
const persons = (Object.keys(markers) as MarkerName[]).filter((name) => markers[name] !== 'orgnr')

/** Nobody but the agency has ever asked about them. */
const askedAbout: readonly MarkerName[] = ['looked-up', 'looked-up-last']

const formsOf = (runId: string, forms: (number: string) => readonly Needle[], names: readonly MarkerName[] = persons) =>
  names.flatMap((name) => forms(markerOf(runId, name)))

export const left = defineAct({
  name: 'left-behind',
  polls: 0,
  movesClock: false,
  play: async (stage): Promise<Left> => {
    const calls = callsOf(stage)
    const since = new Date()
    const customer = calls.customer('left-behind')
    const asked = [
      await stage.ask(calls.add(customer)),
      await stage.ask(calls.end(customer)),
      await stage.ask(batchOf(calls, { told: 'the last of the run', list: calls.customer('left-in-spool') })),
    ]
    const lookedUp: Answer[] = []
    for (const version of versionsOf(stage.target))
      lookedUp.push(await stage.ask(calls.relationships(version, calls.customer('looked-up-last'))))
    const look = (kind: EvidenceKind, needles: readonly Needle[]) => inspected(stage, kind, needles, since)
    const readable = formsOf(stage.runId, readableForms)
    return {
      inspected: {
        database: await look('database', readable),
        spool: await look('spool', readable),
        logs: await look('logs', formsOf(stage.runId, readableForms, askedAbout)),
        journal: await look('journal', readable),
      },
      reported: await look(
        'logs',
        formsOf(
          stage.runId,
          readableForms,
          persons.filter((name) => !askedAbout.includes(name)),
        ),
      ),
      digests: await look('database', formsOf(stage.runId, bareDigests)),
      journal: await look('journal', asked.flatMap(correlationOf)),
      asked,
      lookedUp,
      since: since.toISOString(),
    }
  },
})

/** Each by a name of its own, so that it shows which of them were found. */
function correlationOf({ exchange }: Answer): readonly Needle[] {
  const id = exchange.invented.CorrelationID
  if (id === undefined) return []
  return [id.toLowerCase(), id.toUpperCase()].map((text) => ({ form: exchange.id, bytes: Buffer.from(text) }))
}

async function inspected(
  { target: { evidence = {} }, inspect }: Stage,
  kind: EvidenceKind,
  needles: readonly Needle[],
  since: Date,
): Promise<Done | null> {
  const paths = evidence[kind] ?? []
  if (paths.length === 0) return null
  return inspect({ what: kind, paths, since, waitMs: (evidence.waitSeconds ?? 0) * 1000, needles })
}
