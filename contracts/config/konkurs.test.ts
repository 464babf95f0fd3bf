import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readConfig } from './read.ts'

/** What a configuration says for Konkursvarsel. */

const account = (accountIdentifier: string, more: object = {}) => ({
  accountIdentifier,
  product: 'salaryAccount',
  ...more,
})
const base = {
  schema: 'samsvar.config/1',
  participant: { name: 'Testbanken', organisationNumber: '314703103' },
  baseUrl: 'https://localhost:4711/v2',
  parties: { ports: { brreg: 8615 } },
  keystore: 'c.keystore.json',
  hooks: { baseUrl: 'http://localhost:7000/hooks', offers: ['poll', 'state'], token: { environment: 'HOOK_TOKEN' } },
  konkursvarsel: {
    pollSeconds: 300,
    organisationNumbers: ['314703103'],
    policies: { oppheving: 'by-hand', avslutning: { M: 'keeps' }, newAccount: 'locked' },
  },
  fixtures: {
    K1: { id: '910375237', accounts: [account('86011117947')] },
    K2: { id: '08086001471', accounts: [account('2')] },
    K4: { id: '19020101140', name: 'Kari Prøve', accounts: [account('4')] },
    K5: { id: '20020101351', name: 'Kari Prøve' },
    K6: { id: '21097400153', accounts: [account('6')] },
    K7: { id: '08086002265', accounts: [account('7', { disponent: 'K6' })] },
    K16: { id: '910336819', accounts: [account('16'), account('17', { blocked: true })] },
  },
}

const problemsOf = (config: unknown) => {
  const read = readConfig(stringify(config))
  return read.ok ? [] : read.problems.map(({ path, wrong, remedy }) => `${path}: ${wrong}; ${remedy}`)
}
const withFixture = (name: string, fixture: unknown) => ({ ...base, fixtures: { ...base.fixtures, [name]: fixture } })

it('is taken as it stands', () => {
  const read = readConfig(stringify(base))
  expect(read).toMatchObject({ ok: true, value: { hooks: base.hooks, konkursvarsel: base.konkursvarsel } })
})

describe('is refused, with how to mend it', () => {
  it.each([
    ['a hook that nobody knows', { ...base, hooks: { ...base.hooks, offers: ['pol'] } }, /hooks\.offers\.0: .*poll/],
    ['hooks without an address', { ...base, hooks: { offers: ['poll'] } }, /hooks: "baseUrl" is missing/],
    [
      'hooks with a slash at the end',
      { ...base, hooks: { ...base.hooks, baseUrl: 'https://bank.example/hooks/' } },
      /hooks\.baseUrl: .*without a slash at the end/,
    ],
    [
      'a token that stands there itself',
      { ...base, hooks: { ...base.hooks, token: 'abc' } },
      /hooks\.token: must say where the secret stands, and not what it is; write file: PATH or environment: NAME/,
    ],
    [
      'a token that is left empty',
      { ...base, hooks: { ...base.hooks, token: null } },
      /hooks\.token: .*write file: PATH or environment: NAME/,
    ],
    [
      'nothing said of how notices are followed',
      { ...base, konkursvarsel: null },
      /konkursvarsel: is empty; write konkursvarsel: \{\} where every default is right, or some of pollSeconds, /,
    ],
    ['hooks without anything', { ...base, hooks: null }, /hooks: is empty; write baseUrl and offers below it/],
    ['a key that nobody knows', { ...base, konkursvarsel: { pollsSeconds: 1 } }, /did you mean "pollSeconds"/],
    ['an organisation with a typo', { ...base, konkursvarsel: { organisationNumbers: ['314703104'] } }, /check digit/],
    ['a policy that nobody knows', { ...base, konkursvarsel: { policies: { oppheving: 'no' } } }, /reopens or keeps/],
    ['a fixture that nobody knows', withFixture('KX', {}), /"KX" is not a known key/],
    ['a customer without accounts', withFixture('K1', { id: '910375237' }), /fixtures\.K1: "accounts" is missing/],
    ['a stranger with accounts', withFixture('K5', { ...base.fixtures.K5, accounts: [account('5')] }), /"accounts"/],
    [
      'an account of no product',
      withFixture('K1', { id: '910375237', accounts: [account('1', { product: 'x' })] }),
      /product/,
    ],
    [
      'an account number with a typo',
      withFixture('K1', { id: '910375237', accounts: [account('86011117948')] }),
      /accountIdentifier: has a wrong check digit/,
    ],
    [
      'the debtor of another scenario',
      withFixture('K8', { id: '910375237', accounts: [account('8')] }),
      /fixtures\.K8\.id: is that of K1, too/,
    ],
    [
      'somebody bankrupt already',
      { ...withFixture('P2', { id: '910375237', kjennelsesdato: '2020-01-01' }) },
      /fixtures\.K1\.id: is that of P2, too/,
    ],
    [
      'the account of another scenario',
      withFixture('K8', { id: '910425463', accounts: [account('2')] }),
      /stands at K2, too/,
    ],
    [
      'a person for an organisation',
      withFixture('K1', { id: '19020101140', accounts: [account('1')] }),
      /another kind; write an organisation number/,
    ],
    ['no leading zero', withFixture('K2', { id: '19020101140', accounts: [account('2')] }), /begins with 0/],
    ['no D-number', withFixture('K3', { id: '19020101140', accounts: [account('3')] }), /D-number/],
    ['nothing blocked before', withFixture('K16', { id: '910336819', accounts: [account('16')] }), /blocked: true/],
    ['a namesake of another name', withFixture('K5', { id: '20020101351', name: 'Ola' }), /K5: has not the name of K4/],
    ['no disponent', withFixture('K7', { id: '08086002265', accounts: [account('7')] }), /disponent: K6/],
  ])('%s', (_what, config, message) => expect(problemsOf(config).join('\n')).toMatch(message))
})
