import type { HookName } from '../../../contracts/hooks/protocol.ts'
import { konkursFixtures } from '../../../contracts/konkursvarsel/debtors.ts'
import { openTransport, type WireAnswer } from '../../kit/ask/transport.ts'
import { type Diagnosis, ok, type Waiting, warning } from '../../kit/run/preflight/diagnosis.ts'
import type { Target, TargetHooks } from '../../kit/target.ts'

/** Whether the hooks that are offered answer: those that change nothing. */

type Answered = Extract<WireAnswer, { kind: 'answered' }>

export async function hooksAnswer(target: Target, waiting: Waiting): Promise<readonly Diagnosis[]> {
  const { hooks } = target
  if (hooks === undefined) return []
  const interrupt = new AbortController().signal
  const transport = openTransport({ ...target, interrupt })
  const call = async (name: HookName, request: object) => {
    waiting(`the hook ${name}`, target.deadlineMs)
    return transport.send(wire(hooks, name, request))
  }
  const found: Diagnosis[] = []
  try {
    if (hooks.offers.includes('poll')) found.push(told('poll', await call('poll', {}), () => null))
    const party = somebody(target)
    if (hooks.offers.includes('state') && party !== null)
      found.push(told('state', await call('state', { party: party.id }), (answer) => stateProblem(answer, party)))
  } finally {
    await transport.close()
  }
  return found
}

const wire = ({ baseUrl, token }: TargetHooks, name: HookName, request: object) => ({
  url: `${baseUrl}/${name}`,
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  },
  body: JSON.stringify(request),
})

interface Somebody {
  readonly name: string
  readonly id: string
  readonly accounts: readonly { readonly accountIdentifier: string }[]
}

/** The first customer among the debtors. */
function somebody({ fixtures }: Target): Somebody | null {
  for (const name of konkursFixtures) {
    const { id, accounts } = fixtures[name] ?? {}
    if (id !== undefined && accounts !== undefined) return { name, id, accounts }
  }
  return null
}

function told(name: HookName, answer: WireAnswer, problemOf: (answer: Answered) => string | null): Diagnosis {
  const what = `hook ${name}`
  if (answer.kind === 'silent')
    return warning(what, `no answer (${answer.why})`, 'look at "hooks.baseUrl", "trust" and "deadlineSeconds"')
  if (answer.status !== 200) return warning(what, `answers ${answer.status}`, remedyFor(answer.status))
  const wrong = problemOf(answer)
  return wrong === null ? ok(what, 'answers') : warning(what, wrong, 'see docs/hooks.md')
}

const remedies: Readonly<Record<number, string>> = {
  401: 'look at "hooks.token"',
  403: 'look at "hooks.token"',
  404: 'look at "hooks.baseUrl"; a hook lies at its name below',
  405: 'a hook is called with POST',
}
const remedyFor = (status: number) => remedies[status] ?? 'see what the bank has logged, and docs/hooks.md'

/** What keeps an answer from being read; says nothing of what stood in it. */
function stateProblem({ body }: Answered, { name, accounts }: Somebody): string | null {
  const listed = accountsIn(body.text)
  if (listed === null) return 'answers without "accounts"'
  const missing = accounts.findIndex(({ accountIdentifier }) => !listed.includes(accountIdentifier))
  return missing < 0 ? null : `does not list account ${missing + 1} of ${name}`
}

function accountsIn(text: string): readonly unknown[] | null {
  try {
    const { accounts } = JSON.parse(text) as { readonly accounts: readonly { readonly accountIdentifier?: unknown }[] }
    return accounts.map(({ accountIdentifier }) => accountIdentifier)
  } catch {
    return null
  }
}
