import { importKeys, readContent } from '../../kit/ask/content.ts'
import { clientUse, datesOf } from '../../kit/run/preflight/certificates.ts'
import { isOpen, wayTo } from '../../kit/run/preflight/connection.ts'
import { type Diagnosis, problem, unknown, type Waiting } from '../../kit/run/preflight/diagnosis.ts'
import { alertAfter } from '../../kit/run/preflight/handshake.ts'
import { partiesAnswer, tokenHad } from '../../kit/run/preflight/parties.ts'
import type { Reached } from '../../kit/run/preflight/steps.ts'
import type { Target } from '../../kit/target.ts'
import { callsWithinMs, putCalls, putOne } from './calls.ts'
import { certpubReached, diagnose, heldKeys, mayHoldKeys } from './diagnose.ts'

/**
 * What would make every verdict worthless, found before the first question (verdicts-and-reports: "setup-error").
 * `run` begins with it, `doctor` is it and more. Everything is looked at; what depends on a problem is told as unknown.
 */
export async function preflight(target: Target, waiting: Waiting = () => undefined): Promise<readonly Diagnosis[]> {
  const [way, parties] = await Promise.all([wayTo(target, waiting), partiesAnswer(target)])
  const calls = isOpen(way) && parties.state === 'ok' ? await lawfulCalls(target, waiting).catch(brokenOff) : [notAsked]
  return [...way, ...clientOf(target), parties, ...calls]
}

const brokenOff = (error: Error): readonly Diagnosis[] => [
  problem('lawful call', error.message, 'see what the parties print, and begin again'),
]

const notAsked = unknown('lawful call', 'not put: the way to the bank or to the parties is not open')

/** What can be told without any party: the way to the bank, and what the harness presents itself with. */
export async function wayAlone(target: Reached, waiting: Waiting): Promise<readonly Diagnosis[]> {
  return [...(await wayTo(target, waiting)), ...clientOf(target), notAsked]
}

const clientOf = ({ clientCertificate }: Reached): readonly Diagnosis[] => {
  if (clientCertificate == null) return []
  const name = 'the client certificate'
  const { certificate } = clientCertificate
  return [datesOf({ name, certificate, remedy: 'renew it' }, Date.now()), clientUse(certificate)]
}

async function lawfulCalls(target: Target, waiting: Waiting): Promise<readonly Diagnosis[]> {
  waiting('token', callsWithinMs)
  const { found, token } = await tokenHad(target)
  if (token === null) return [found, notAsked]
  waiting('first calls', callsWithinMs)
  const calls = await putCalls(target, token)
  const { lawful } = calls
  const isCutOff = lawful.kind === 'silent' && ['reset', 'tls', 'protocol'].includes(lawful.why)
  const said = diagnose({ ...calls, alert: isCutOff ? await alertAfter(target) : null }, target)
  // A bank that does not know the key of a token looks whether there is a new one, and then comes to Maskinporten.
  const isHeld = mayHoldKeys(said) && (await comesForUnknownKey(target))
  // A bank that forgets when it is told stands beside our parties, and reaches them.
  const { done } = await target.control.forget({}).catch(() => ({ done: false }))
  return [found, ...said.map((one) => ((isHeld || done) && mayHoldKeys([one]) ? heldKeys : one))]
}

async function comesForUnknownKey(target: Target): Promise<boolean> {
  const recipe = { claims: { aud: target.baseUrl }, signature: 'unknown-key' } as const
  const { token } = await target.control.mint({ recipe })
  const asked = await putOne(target, token, 'application/json')
  return asked?.fetched.some(({ party, status }) => party === 'maskinporten' && status < 500) ?? false
}

/**
 * Whether the bank gets our certificate from CertPub. Only for `doctor`: afterwards the bank holds the certificate for a
 * while, and a run that begins then may find KI-ENC-012 inconclusive (cache-warm).
 */
export async function sealedCall(target: Target, waiting: Waiting): Promise<Diagnosis> {
  const about = 'bank reaches CertPub'
  if (target.external.includes('certpub')) return unknown(about, 'CertPub is external')
  if (target.capabilities.sealing === false) return unknown(about, 'the test instance does not seal')
  try {
    const { token } = await tokenHad(target)
    if (token === null) return unknown(about, 'there is no token to ask with')
    waiting('a sealed list', callsWithinMs)
    const asked = await putOne(target, token, 'application/jose')
    const opens = asked?.answer.kind === 'answered' && (await isOpened(asked.answer.body.text, target))
    await target.control.forget({})
    return certpubReached(asked, opens)
  } catch (error) {
    return unknown(about, (error as Error).message)
  }
}

/** Plain JSON, or sealed to one of our keys. */
async function isOpened(text: string, { keys }: Target): Promise<boolean> {
  const content = await readContent(text, importKeys(keys))
  return content.form === 'json' || (content.form === 'jwe' && !('error' in content.opened))
}
