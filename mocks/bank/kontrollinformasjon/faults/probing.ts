import { minusMonths } from '../../../../contracts/calendar.ts'
import type { TokenRecipe } from '../../../../contracts/control/protocol.ts'
import { linkOf } from '../../../../contracts/kontrollinformasjon/wire.ts'
import { ownedBy } from '../../world/queries.ts'
import { day, detailsPath, listPath, type Question, type Scene, transactionsPath } from '../asking.ts'

/** Questions that together touch every behaviour that a fault may change, each under a name. */

export type Probes = Readonly<Record<string, Question>>

const plain = { Accept: 'application/json' }
const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const
const debtors = ['P1', 'P2', 'P3', 'P4', 'P5'] as const

const tokens: Readonly<Record<string, TokenRecipe>> = {
  unsigned: { header: { alg: 'none' }, signature: 'none' },
  'hmac spki-pem': { signature: 'hmac-spki-pem' },
  'hmac spki-pem-trimmed': { signature: 'hmac-spki-pem-trimmed' },
  'hmac spki-der': { signature: 'hmac-spki-der' },
  'hmac jwk': { signature: 'hmac-jwk' },
  'unknown key': { signature: 'unknown-key' },
  expired: { issued: -420, expires: -300 },
  'aud other': { claims: { aud: 'https://other.example/v2' } },
  'aud missing': { claims: { aud: null } },
  'aud word': { claims: { aud: 'unspecified' } },
  'aud prefix': { claims: { aud: 'https' } },
}

const named = <Key extends string>(
  keys: readonly Key[],
  name: (key: Key) => string,
  question: (key: Key) => Question,
): Probes => Object.fromEntries(keys.map((key) => [name(key), question(key)]))

export function makeProbes(scene: Scene): Probes {
  const from = (name: keyof Scene['fixtures']) => minusMonths((scene.fixtures[name].kjennelsesdato ?? day) as never, 12)
  const reference = (name: 'P1' | 'P2', index = 0) =>
    String(ownedBy(scene.world, scene.fixtures[name].id)[index]?.reference)
  const list = { path: listPath(from('P1')), headers: plain }
  const operations = {
    list,
    details: { path: detailsPath(reference('P1'), from('P1')), headers: plain },
    transactions: { path: transactionsPath(reference('P1'), from('P1')), headers: plain },
  }
  const names = Object.keys(operations) as (keyof typeof operations)[]
  const behind = (name: string) => ({ path: `/accounts/${reference('P2')}/${name}`, headers: plain })
  return {
    sealed: { path: list.path },
    ...named(
      debtors,
      (name) => `list ${name}`,
      (name) => ({
        path: listPath(from(name)),
        headers: { ...plain, PartyID: scene.fixtures[name].id },
      }),
    ),
    ...named(
      names,
      (name) => name,
      (name) => operations[name],
    ),
    'details of savings': { path: detailsPath(reference('P1', 1), from('P1')), headers: plain },
    'details of P2': { path: detailsPath(reference('P2'), from('P2')), headers: plain },
    ...Object.assign(
      {},
      ...methods.map((method) =>
        named(
          names,
          (name) => `${method} ${name}`,
          (name) => ({ ...operations[name], method }),
        ),
      ),
    ),
    ...named(
      names,
      (name) => `${name} without mandate`,
      (name) => ({
        ...operations[name],
        headers: { ...plain, 'Legal-Mandate': null },
      }),
    ),
    ...named(
      names,
      (name) => `${name} without token`,
      (name) => ({ ...operations[name], token: null }),
    ),
    ...named(
      Object.keys(tokens),
      (name) => name,
      (name) => ({ ...list, token: tokens[name] ?? null }),
    ),
    'list without party': { ...list, headers: { ...plain, PartyID: null } },
    'unknown details': { path: detailsPath('nobody', day), headers: plain },
    'unknown transactions': { path: transactionsPath('nobody', day), headers: plain },
    cards: behind('cards'),
    roles: behind('roles'),
  }
}

/** The pages of the large account, as a conformant bank links them. */
export async function makePageProbes(scene: Scene, base: string): Promise<Probes> {
  const [account] = ownedBy(scene.world, scene.fixtures.A4.id)
  const pages: Record<string, Question> = {}
  let path: string | null = transactionsPath(String(account?.reference), scene.fixtures.A4.firstBooked)
  for (let page = 1; path !== null; page += 1) {
    const question = { path, headers: plain }
    pages[`page ${page}`] = question
    path = linkOf((await scene.ask(base, question)).body, 'next')
  }
  return pages
}
