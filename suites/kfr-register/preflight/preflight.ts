import { access, constants } from 'node:fs/promises'
import { evidenceKinds } from '../../../contracts/kfr-register/operator.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { createPatience } from '../../kit/ask/patience.ts'
import { createAsker } from '../../kit/ask/put.ts'
import { createRecorder } from '../../kit/ask/recorder.ts'
import { keyOf, type Request } from '../../kit/ask/request.ts'
import { isOpen, wayTo } from '../../kit/run/preflight/connection.ts'
import { type Diagnosis, ok, problem, unknown, type Waiting, warning } from '../../kit/run/preflight/diagnosis.ts'
import { partiesAnswer } from '../../kit/run/preflight/parties.ts'
import type { Target } from '../../kit/target.ts'
import { callsOf, profileOf, versionsOf } from '../calls.ts'

/**
 * What would make every verdict about a register worthless, found before the first question: the way to each of its
 * addresses, tokens for the three clients, and one lawful call by each of them. Nothing is written into the register.
 */
export async function preflightOfRegister(
  target: Target,
  waiting: Waiting = () => undefined,
): Promise<readonly Diagnosis[]> {
  const addresses = [...new Set([target.baseUrl, ...Object.values(target.besides ?? {})])]
  const ways: Diagnosis[] = []
  // Those of one host and port lead the same way.
  for (const baseUrl of firstOfEachOrigin(addresses)) ways.push(...(await wayTo({ ...target, baseUrl }, waiting)))
  const parties = await partiesAnswer(target)
  const calls = isOpen(ways) && parties.state === 'ok' ? await lawfulCalls(target, waiting) : [notAsked]
  return [...ways, parties, ...calls, ...(await filesOf(target))]
}

const notAsked = unknown('lawful calls', 'not put: the way to the register or to the parties is not open')

const firstOfEachOrigin = (urls: readonly string[]): readonly string[] => [
  ...new Map(urls.toReversed().map((url) => [new URL(url).origin, url])).values(),
]

async function lawfulCalls(target: Target, waiting: Waiting): Promise<readonly Diagnosis[]> {
  const runId = `preflight-${Date.now()}`
  const calls = callsOf({ target, runId })
  const nobody = calls.customer('never-known')
  const asked: readonly (readonly [string, Request])[] = [
    ['own look-up of the first reporter', calls.own(nobody)],
    ['own look-up of the second reporter', calls.own(nobody, null, 'secondReporter')],
    ...versionsOf(target).map(
      (version) => [`look-up of the agency in ${version}`, calls.relationships(version, nobody)] as const,
    ),
  ]
  const watch = { interrupt: new AbortController().signal, waiting: () => undefined }
  const recorder = createRecorder()
  const asker = createAsker(target, runId, recorder, watch, createPatience(target.deadlineMs))
  const found: Diagnosis[] = []
  try {
    for (const [what, request] of asked) {
      waiting(what, target.deadlineMs)
      try {
        const key = keyOf('preflight', 0, request)
        found.push(
          told(what, await asker.put({ epoch: { name: 'preflight', stimulus: null }, repeat: 0, key, request })),
        )
      } catch (error) {
        found.push(
          problem(what, `no token: ${(error as Error).message}`, 'look at the client below "kfrRegister.clients"'),
        )
      }
    }
  } finally {
    await asker.close()
  }
  return found
}

const remedies: Readonly<Record<number, string>> = {
  401: 'does the register trust the Maskinporten of this run, its issuer and its keys?',
  403: 'has the register let this organisation in, with this scope?',
  404: 'is the address a base URL of the register, with /kar-ws/api/v1 or what stands for it?',
}

/** A refusal of everybody would make the run say nothing; anything else that is no 200 is for the run to judge. */
function told(what: string, answer: Answer): Diagnosis {
  const { status, answered } = answer
  if (answered === null) {
    const { outcome } = answer.exchange
    return problem(what, outcome.kind === 'silent' ? outcome.detail : 'no answer', 'is the register started?')
  }
  if (status === 200) return ok(what, 'is answered 200')
  const remedy = remedies[answered.status]
  return remedy === undefined
    ? warning(what, `is answered ${status}`, 'the run will judge it')
    : problem(what, `is answered ${status}`, remedy)
}

/** Whether what is to be read can be; whether it is new enough shows when everything was asked. */
async function filesOf(target: Target): Promise<readonly Diagnosis[]> {
  const { evidence = {} } = target
  const missing = evidenceKinds.filter((kind) => (evidence[kind] ?? []).length === 0)
  const named = evidenceKinds.flatMap((kind) => (evidence[kind] ?? []).map((path) => ({ kind, path })))
  const looked = await Promise.all(
    named.map(async ({ kind, path }) => {
      const what = `evidence: ${kind}`
      const readable = await access(path, constants.R_OK).then(
        () => true,
        () => false,
      )
      if (readable) return ok(what, 'can be read')
      const waits = (evidence.waitSeconds ?? 0) > 0
      return waits
        ? warning(what, 'is not there yet', `the run waits ${evidence.waitSeconds} s for it at its end`)
        : warning(what, 'cannot be read', 'mend the path below "kfrRegister.evidence", or give it "waitSeconds"')
    }),
  )
  const { samples = {} } = profileOf(target)
  const absent = (['karCustomer', 'disponent', 'account', 'collectionAccount'] as const).filter(
    (name) => samples[name] === undefined,
  )
  return [
    ...looked,
    ...(missing.length === 0
      ? []
      : [warning('evidence', `no files for ${missing.join(', ')}`, 'their requirements are then not tested')]),
    ...(absent.length === 0
      ? []
      : [warning('samples', `none for ${absent.join(', ')}`, 'their requirements are then inconclusive')]),
  ]
}
