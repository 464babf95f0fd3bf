import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { readConfig, readKeystore } from './read.ts'

const good = `
schema: samsvar.config/1
participant: { name: Testbanken, organisationNumber: "314703103" }
baseUrl: https://localhost:4711/v2
day: 2026-11-21
parties: { control: "http://127.0.0.1:1" }
keystore: c.keystore.json
fixtures:
  P1: { id: "910336819", kjennelsesdato: 2026-10-31, blockedAccounts: ["99998015363"] }
  P2: { id: "08086001471", kjennelsesdato: 2026-10-30 }
  P4: { id: "910491482", kjennelsesdato: null }
`

/** The good one with one place changed. */
function changed(path: string, value: unknown): string {
  const config = parse(good)
  const steps = path.split('.')
  const last = steps.pop() as string
  const holder = steps.reduce((here, step) => here[step], config)
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return stringify(config)
}

const deviation = (changes: object) => ({
  ...{ requirement: 'KI-REQ-005', reason: 'r', owner: 'o', approver: 'a', expires: '2026-12-31' },
  ...changes,
})

const said = (text: string) => {
  const read = readConfig(text)
  return read.ok ? [] : read.problems.map(({ path, wrong, remedy }) => `${path}: ${wrong}; ${remedy}`)
}

describe('a configuration', () => {
  it('in order is read, as YAML and as JSON', () => {
    expect(said(good)).toEqual([])
    expect(said(JSON.stringify(parse(good)))).toEqual([])
  })

  it.each([
    ['an unknown key', changed('baseURL', 'https://x/v2'), 'did you mean "baseUrl"?'],
    ['a missing key', changed('keystore', undefined), '"keystore" is missing; add "keystore"'],
    ['another schema', changed('schema', 'samsvar.config/9'), 'write "samsvar.config/1"'],
    ['http', changed('baseUrl', 'http://localhost/v2'), 'write it with https'],
    ['two slashes at the end', changed('baseUrl', 'https://localhost/v2//'), 'with one slash at the end at the most'],
    ['a bare number', changed('participant.organisationNumber', 314703103), 'put it in quotes'],
    ['a wrong check digit', changed('participant.organisationNumber', '314703104'), 'has a wrong check digit'],
    [
      'a wrong check digit in a fixture',
      changed('fixtures.P2.id', '08086001472'),
      'fixtures.P2.id: has a wrong check digit',
    ],
    ['ten digits', changed('fixtures.P2.id', '0808600147'), 'write the 9 or 11 digits'],
    ['an impossible day', changed('day', '2026-02-30'), 'write a day that exists'],
    [
      'an agreement on a requirement that nobody knows',
      changed('agreement', { ytelse: { reference: 'punkt 4', requirements: ['YT-001', 'YT-010'] } }),
      'agreement.ytelse.requirements.1: is no requirement of performance',
    ],
    ['an agreement that stands nowhere', changed('agreement', { ytelse: {} }), '"reference" is missing'],
    [
      'a fixture of another name',
      changed('fixtures.P14', { id: '910491482', kjennelsesdato: null }),
      'did you mean "P1"',
    ],
    [
      'a number that is too short for an account',
      changed('fixtures.P1.blockedAccounts', ['99998015364']),
      'fixtures.P1.blockedAccounts.0: has a wrong check digit',
    ],
    [
      'a ruling in the future',
      changed('fixtures.P2.kjennelsesdato', '2026-11-22'),
      'fixtures.P2.kjennelsesdato: lies in the future; write 2026-11-21',
    ],
    [
      'somebody bankrupt without a ruling',
      changed('fixtures.P2.kjennelsesdato', null),
      'P2 is bankrupt; write the day',
    ],
    ['a ruling of somebody who is not bankrupt', changed('fixtures.P4.kjennelsesdato', '2026-11-01'), 'write null'],
    [
      'an account closed tomorrow',
      changed('fixtures.A1', { owner: 'P2', accountIdentifier: '99998015363', closed: '2026-11-22' }),
      'fixtures.A1.closed: lies in the future',
    ],
    [
      'an account closed after the period began',
      changed('fixtures.A2', { owner: 'P2', accountIdentifier: '99998015363', closed: '2026-01-01' }),
      'write a day before 2025-11-30',
    ],
    ['an owner who is not described', changed('fixtures.A5', { owner: 'P6', accountIdentifier: 'x' }), 'describe P6'],
    [
      'an owner beside an id',
      changed('fixtures.A5', { owner: 'P2', id: '910491482', accountIdentifier: 'x' }),
      'does not go together with "owner"',
    ],
    ['neither owner nor id', changed('fixtures.A5', { accountIdentifier: 'x' }), '"id" is missing'],
    [
      'one person with two rulings',
      changed('fixtures.P3', { id: '08086001471', kjennelsesdato: '2026-10-01' }),
      'differs from that of P2',
    ],
    [
      'a deviation of nothing',
      changed('deviations', [deviation({ requirement: 'KI-REQ-05' })]),
      'deviations.0.requirement: is no requirement; did you mean KI-REQ-005?',
    ],
    [
      'a deviation without an owner',
      changed('deviations', [deviation({ owner: ' ' })]),
      'deviations.0.owner: does not have the right form; write a text',
    ],
    [
      'a deviation until some day',
      changed('deviations', [deviation({ expires: 'soon' })]),
      'deviations.0.expires: is no day',
    ],
    ['control and ports', changed('parties.ports', { maskinporten: 1 }), 'does not go together with "control"'],
    [
      'one port for two',
      changed('parties', { ports: { maskinporten: 1, certpub: 1 } }),
      'is the port of maskinporten, too',
    ],
    ['a password in the address', changed('baseUrl', 'https://a:secret@localhost/v2'), 'holds a user name or password'],
    [
      'a secret in the configuration',
      changed('clientCertificate', { certificate: 'c.pem', key: 'k.pem' }),
      'must say where the secret stands, and not what it is; write file: PATH or environment: NAME',
    ],
    [
      'the same instance twice',
      changed('capabilities', { production: { baseUrl: 'https://localhost:4711/v2' } }),
      'is the same as "baseUrl"',
    ],
    ['a deadline of nothing', changed('deadlineSeconds', 0), 'deadlineSeconds: must be > 0'],
    ['an empty file', '', 'is no object'],
    ['broken YAML', 'a: [1', 'line 1, column'],
  ])('with %s says what to mend', (_what, text, message) => {
    expect(said(text).join('\n')).toContain(message)
  })

  it('tells all problems at once, and no value', () => {
    const problems = said(stringify({ ...parse(good), baseURL: 'x', baseUrl: 'ftp://secret', day: 'soon' }))
    expect(problems).toHaveLength(3)
    expect(problems.join()).not.toContain('secret')
  })
})

describe('what is read', () => {
  it('names the line', () => {
    const text = good.replace('P1:', 'P1 :').replace('"910336819"', '"910336818"')
    const read = readConfig(text)
    expect(read).toMatchObject({ ok: false, problems: [{ path: 'fixtures.P1.id', line: 9 }] })
    const unknown = readConfig(good.replace('keystore:', 'keystor:'))
    expect(unknown).toMatchObject({ ok: false, problems: [{ line: 1 }, { line: 7 }] })
  })

  it('has owners in place of their names', () => {
    const read = readConfig(changed('fixtures.A5', { owner: 'P2', accountIdentifier: 'x' }))
    const A5 = { id: '08086001471', kjennelsesdato: '2026-10-30', accountIdentifier: 'x' }
    expect(read).toMatchObject({ ok: true, value: { fixtures: { A5 } } })
    expect(JSON.stringify(read)).not.toContain('owner')
  })

  it('knows a key that stands there twice, and repeats no text', () => {
    const read = readConfig(`${good}keystore: "hidden"\n`)
    expect(read).toMatchObject({ ok: false, problems: [{ wrong: 'a key stands there twice' }] })
    expect(JSON.stringify(read)).not.toContain('hidden')
  })
})

describe('a keystore', () => {
  it('without its token says so, and tells no key', () => {
    const read = readKeystore(JSON.stringify({ schema: 'samsvar.keystore/1', consumerKeys: ['SECRET'] }))
    expect(read.ok).toBe(false)
    expect(JSON.stringify(read)).toContain('controlToken')
    expect(JSON.stringify(read)).not.toContain('SECRET')
  })
})
