import type { Deed, Exchange, Observation, Opened } from '../contracts/report/evidence.ts'
import type { Report, RunRecord } from '../contracts/report/report.ts'

/** `evidence.ndjson`: one JSON object on each line. The first one says what run it was; the others what was seen. */

interface RunLine extends Pick<Report, 'run' | 'participant' | 'target' | 'config'> {
  readonly kind: 'run'
  /** Only in the sealed evidence: what has to be masked when documents are made of it again. */
  readonly identifiers?: RunRecord['known']['identifiers']
}
type EvidenceLine =
  | RunLine
  | ({ readonly kind: 'exchange' } & Exchange)
  | ({ readonly kind: 'observation' } & Observation)
  | ({ readonly kind: 'deed' } & Deed)

interface Evidence {
  readonly run: RunLine
  readonly exchanges: readonly Exchange[]
  readonly observations: readonly Observation[]
  readonly deeds: readonly Deed[]
}

type Seen = Pick<RunRecord, 'report' | 'exchanges' | 'observations' | 'deeds'>

/** @param identifiers leave out for everything that is handed to others in clear text */
export function evidenceNdjson(
  { report, exchanges, observations, deeds }: Seen,
  identifiers?: RunRecord['known']['identifiers'],
): string {
  const { run, participant, target, config } = report
  const first = { kind: 'run', run, participant, target, config, ...(identifiers === undefined ? {} : { identifiers }) }
  const lines = [
    first,
    ...exchanges.map((exchange) => ({ kind: 'exchange', ...withoutTwice(exchange) })),
    ...observations.map((observation) => ({ kind: 'observation', ...observation })),
    ...deeds.map((deed) => ({ kind: 'deed', ...deed })),
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** What was read of a sealed answer's text is left out where the text says it, and made again by `parseEvidence`. */
function withoutTwice(exchange: Exchange): object {
  const { outcome } = exchange
  if (outcome.kind !== 'answered' || outcome.content.form !== 'jwe' || !('text' in outcome.content.opened))
    return exchange
  const { value, ...rest } = outcome.content.opened
  // Nobody read it: it may go down ten thousand levels, and neither does this.
  if (value === undefined) return exchange
  const opened = JSON.stringify(value) === JSON.stringify(readJson(rest.text)) ? rest : { ...rest, value }
  return { ...exchange, outcome: { ...outcome, content: { ...outcome.content, opened } } }
}

function withValue(exchange: Exchange): Exchange {
  const { outcome } = exchange
  if (outcome.kind !== 'answered' || outcome.content.form !== 'jwe') return exchange
  const { opened } = outcome.content
  if (!('text' in opened) || 'value' in opened) return exchange
  const read = opened as Omit<Opened, 'value'>
  const whole = { ...read, value: read.unread === undefined ? readJson(read.text) : undefined }
  return { ...exchange, outcome: { ...outcome, content: { ...outcome.content, opened: whole } } }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @throws {Error} that names the line which is no evidence */
export function parseEvidence(text: string): Evidence {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line, at) => parseLine(line, at + 1))
  const [first] = read
  if (first?.kind !== 'run')
    throw new Error('evidence, line 1: the first line must be of kind "run"; is this a whole evidence file?')
  return {
    run: first,
    exchanges: read.flatMap((line) => (line.kind === 'exchange' ? [withValue(withoutKind<Exchange>(line))] : [])),
    observations: read.flatMap((line) => (line.kind === 'observation' ? [withoutKind<Observation>(line)] : [])),
    deeds: read.flatMap((line) => (line.kind === 'deed' ? [withoutKind<Deed>(line)] : [])),
  }
}

const evidenceKinds = new Set<unknown>(['run', 'exchange', 'observation', 'deed'])

function parseLine(line: string, number: number): EvidenceLine {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new Error(`evidence, line ${number}: not JSON; the file may have been cut off`)
  }
  const kind = value !== null && typeof value === 'object' && 'kind' in value ? value.kind : undefined
  if (!evidenceKinds.has(kind))
    throw new Error(`evidence, line ${number}: "kind" must be run, exchange, observation or deed`)
  return value as EvidenceLine
}

function withoutKind<Kind>({ kind: _kind, ...rest }: { readonly kind: string }): Kind {
  return rest as Kind
}
