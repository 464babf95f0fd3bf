import { minusMonths } from '../../../../contracts/calendar.ts'
import type { TokenRecipe } from '../../../../contracts/control/protocol.ts'
import { linkOf } from '../../../../contracts/kontrollinformasjon/wire.ts'
import { ownedBy } from '../../world/queries.ts'
import { day, detailsPath, listPath, type Question, type Scene, transactionsPath } from '../asking.ts'
import type { Fault } from '../fault.ts'
import { parts as conformant, type Parts } from '../parts.ts'

/** Questions that together touch every behaviour that a fault may change, each under a name. */

type Questions = Readonly<Record<string, Question>>

export interface Group {
  readonly questions: Questions
  /** Asked only of a bank that has one of these parts replaced: the others cannot answer otherwise. */
  readonly parts?: readonly (keyof Parts)[]
  /** CertPub is in this state, and the bank has forgotten everything. */
  readonly during?: 'outage' | 'unknownParticipant'
}

export const touches = ({ replaces }: Fault, { parts }: Group) => parts?.some((name) => name in replaces) ?? true

/** Everything but the parts that decide on method and token alone. */
const behindTheDoor = (Object.keys(conformant) as (keyof Parts)[]).filter(
  (name) => name !== 'onlyGet' && name !== 'authenticate',
)

const plain = { Accept: 'application/json' }
const methods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const
const debtors = ['P1', 'P2', 'P3', 'P4', 'P5', 'A4'] as const

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

/** One of a kind is enough behind the list, where the same part decides. */
const behindTheList = ['unsigned', 'hmac spki-pem', 'expired', 'aud other']

const named = <Key extends string>(
  keys: readonly Key[],
  name: (key: Key) => string,
  question: (key: Key) => Question,
): Questions => Object.fromEntries(keys.map((key) => [name(key), question(key)]))

export async function makeProbes(scene: Scene, base: string): Promise<Readonly<Record<string, Group>>> {
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
  const each = (suffix: string, change: Partial<Question>): Questions =>
    named(
      names,
      (name) => `${name}${suffix}`,
      (name) => ({ ...operations[name], ...change }),
    )
  const behind = (of: string, name: string) => ({ path: `/accounts/${of}/${name}`, headers: plain })
  const served: Questions = {
    ...named(
      names,
      (name) => (name === 'list' ? 'sealed' : `sealed ${name}`),
      (name) => ({ path: operations[name].path }),
    ),
    'sealed list P5': { path: listPath(from('P5')), headers: { PartyID: scene.fixtures.P5.id } },
    ...named(
      debtors,
      (name) => `list ${name}`,
      (name) => ({
        path: listPath(from(name)),
        headers: { ...plain, PartyID: scene.fixtures[name].id },
      }),
    ),
    ...each('', {}),
    'details of savings': { path: detailsPath(reference('P1', 1), from('P1')), headers: plain },
    'details of P2': { path: detailsPath(reference('P2'), from('P2')), headers: plain },
    'transactions of P2': { path: transactionsPath(reference('P2'), from('P2')), headers: plain },
    'list as xml': { ...list, headers: { Accept: 'text/xml' } },
    'list without party': { ...list, headers: { ...plain, PartyID: null } },
    'unknown details': { path: detailsPath('nobody', day), headers: plain },
    'unknown transactions': { path: transactionsPath('nobody', day), headers: plain },
    cards: behind(reference('P2'), 'cards'),
    roles: behind(reference('P2'), 'roles'),
    'cards of savings': behind(reference('P1', 1), 'cards'),
    'roles of savings': behind(reference('P1', 1), 'roles'),
    ...each(' without mandate', { headers: { ...plain, 'Legal-Mandate': null } }),
  }
  return {
    served: { questions: served, parts: behindTheDoor },
    methods: {
      questions: Object.assign({ lawful: list }, ...methods.map((method) => each(` by ${method}`, { method }))),
      parts: ['onlyGet', 'answerErrors'],
    },
    tokens: {
      questions: {
        'lawful token': list,
        ...each(' without token', { token: null }),
        ...named(
          Object.keys(tokens),
          (name) => name,
          (name) => ({ ...list, token: tokens[name] ?? null }),
        ),
        ...Object.assign(
          {},
          ...(['details', 'transactions'] as const).map((operation) =>
            named(
              behindTheList,
              (name) => `${name} on ${operation}`,
              (name) => ({ ...operations[operation], token: tokens[name] ?? null }),
            ),
          ),
        ),
      },
      parts: ['authenticate', 'answerErrors'],
    },
    pages: { questions: await pagesOf(scene, base), parts: ['listTransactions', 'stateCompleteness', 'seal'] },
    outage: {
      questions: named(
        names,
        (name) => (name === 'list' ? 'outage' : `outage ${name}`),
        (name) => ({ path: operations[name].path }),
      ),
      parts: ['seal', 'answerErrors'],
      during: 'outage',
    },
    unknown: {
      questions: { 'unknown participant': { path: list.path } },
      parts: ['seal', 'answerErrors'],
      during: 'unknownParticipant',
    },
  }
}

/** The pages of the large account, as a conformant bank links them. */
async function pagesOf(scene: Scene, base: string): Promise<Questions> {
  const [account] = ownedBy(scene.world, scene.fixtures.A4.id)
  const pages: Record<string, Question> = {}
  let path: string | null = transactionsPath(String(account?.reference), scene.fixtures.A4.firstBooked)
  for (let page = 1; path !== null; page += 1) {
    const question: Question = { path, headers: plain }
    pages[`page ${page}`] = question
    if (page === 2) pages['sealed page 2'] = { path }
    path = linkOf((await scene.ask(base, question)).body, 'next')
  }
  return pages
}
