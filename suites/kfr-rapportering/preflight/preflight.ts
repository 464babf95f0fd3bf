import type { SeenRequest } from '../../../contracts/control/protocol.ts'
import { kfrFixtures } from '../../../contracts/kfr-rapportering/customers.ts'
import { openTransport } from '../../kit/ask/transport.ts'
import { type Diagnosis, ok, problem, unknown, type Waiting, warning } from '../../kit/run/preflight/diagnosis.ts'
import type { Target } from '../../kit/target.ts'

/**
 * Whether the bank finds the register and Maskinporten. For `doctor`: it has the bank compare one customer where that is
 * offered, and nothing is reported that was not so before. Empty where the bank reports nobody.
 */
export async function reportsCustomers(target: Target, waiting: Waiting): Promise<readonly Diagnosis[]> {
  const { kfr, control, hooks } = target
  if (kfr === undefined) return []
  const called = await comparison(target, waiting)
  const { seen } = await control.observed({ after: 0 })
  const declared =
    kfr.reportSeconds === undefined
      ? [warning('reports', 'no time is declared, so that each is waited for a day', 'write "kfr.reportSeconds"')]
      : []
  const people =
    hooks?.offers.includes('open-account') === true
      ? []
      : [warning('events at the bank', 'no hook open-account: people are told what to do', 'see docs/hooks.md')]
  return [...declared, ...people, registerReached(seen, called)]
}

const what = 'bank reaches the register'

/** Null where the hook is not offered, or nobody is there to be compared; else whether it answered 200. */
async function comparison(target: Target, waiting: Waiting): Promise<boolean | null> {
  const { hooks, fixtures, deadlineMs } = target
  const id = kfrFixtures.map((name) => fixtures[name]?.id).find((one) => one !== undefined)
  if (hooks === undefined || !hooks.offers.includes('reconcile') || id === undefined) return null
  const transport = openTransport({ ...target, interrupt: new AbortController().signal })
  try {
    waiting('the hook reconcile', deadlineMs)
    const answer = await transport.send({
      url: `${hooks.baseUrl}/reconcile`,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...(hooks.token === undefined ? {} : { Authorization: `Bearer ${hooks.token}` }),
      },
      body: JSON.stringify({ parties: [id] }),
    })
    return answer.kind === 'answered' && answer.status === 200
  } finally {
    await transport.close()
  }
}

/** What the register and Maskinporten have seen of it. */
export function registerReached(seen: readonly SeenRequest[], called: boolean | null): Diagnosis {
  const last = seen.findLast(({ party, kfr }) => party === 'kfr' && kfr?.operation !== 'ingested')
  if (last === undefined) return nobodyCame(seen, called)
  const { status, kfr } = last
  if (kfr?.operation === 'handshake')
    return problem(what, 'it comes, and no TLS connection is made', 'put our trust anchor into its trust store')
  if (status === 401) return problem(what, 'its token is not believed', 'let it ask our Maskinporten for tokens')
  if (status === 403)
    return problem(
      what,
      `it is refused (${kfr?.code})`,
      'look at the scope of its token, and at the number in the path',
    )
  return ok(what, `its last call was answered ${status}`)
}

function nobodyCame(seen: readonly SeenRequest[], called: boolean | null): Diagnosis {
  const grant = seen.findLast(({ maskinporten }) => maskinporten !== undefined)
  if (grant !== undefined && grant.status !== 200)
    return problem(what, `Maskinporten refused its grant (${grant.status})`, 'see what samsvar mocks --party kfr shows')
  const address = 'give the bank the addresses that samsvar init and samsvar mocks print'
  if (called === true) return problem(what, 'the hook reconcile has answered, and no call came', address)
  if (called === false) return warning(what, 'the hook reconcile did not answer 200', 'see docs/hooks.md')
  return unknown(what, 'no call has come yet', address)
}
