import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readConfig } from './read.ts'

/** What the configuration of an operator says of its register. */

const clients = {
  reporter: { organisationNumber: '314703103', name: 'Testbanken' },
  secondReporter: { organisationNumber: '310000159' },
  agency: { organisationNumber: '974761076', legalMandate: 'sktfvl. § 10-2' },
}
const kfrRegister = {
  lookUps: { v1: 'https://localhost:4711/kar-ws/api/v1', v2: 'https://localhost:4711/kar-ws/api/v2' },
  clients,
  samples: {
    karCustomer: '01865210090',
    account: { accountIdentifier: '95770100012', organisationNumber: '310000140' },
  },
  evidence: { logs: ['access.log'], waitSeconds: 60 },
}
const base = {
  schema: 'samsvar.config/1',
  participant: { name: 'Registeret', organisationNumber: '916960190' },
  baseUrl: 'https://localhost:4711/kar-ws/api/v1',
  parties: {},
  keystore: 'c.keystore.json',
  hooks: { baseUrl: 'https://localhost:7000/hooks', offers: ['clock', 'kar', 'cease'] },
  fixtures: {},
  kfrRegister,
}
const withRegister = (changes: object, more: object = {}) => ({
  ...base,
  ...more,
  kfrRegister: { ...kfrRegister, ...changes },
})

const problemsOf = (config: unknown) => {
  const read = readConfig(stringify(config))
  return read.ok ? [] : read.problems.map(({ path, wrong, remedy }) => `${path}: ${wrong}; ${remedy}`)
}

describe('the configuration of an operator', () => {
  it('is read', () => expect(problemsOf(base)).toEqual([]))

  it('needs one version of the look-up at least', () => {
    expect(problemsOf(withRegister({ lookUps: {} }))[0]).toMatch(/^kfrRegister\.lookUps: /)
  })

  it('needs an agency with a mandate', () => {
    const { legalMandate: _, ...agency } = clients.agency
    expect(problemsOf(withRegister({ clients: { ...clients, agency } }))[0]).toMatch(
      /^kfrRegister\.clients\.agency.*legalMandate/,
    )
  })

  it('says what a mistyped key is called', () => {
    expect(problemsOf(withRegister({ evidences: {} }))[0]).toMatch(/evidence/)
  })

  it('needs three organisations', () => {
    const twice = { ...clients, secondReporter: { organisationNumber: '314703103' } }
    expect(problemsOf(withRegister({ clients: twice }))).toEqual([
      'kfrRegister.clients.secondReporter.organisationNumber: is that of reporter, too; name three organisations: two that report, and an agency',
    ])
  })

  it('judges no bank by the same file', () => {
    expect(problemsOf({ ...base, konkursvarsel: { pollSeconds: 900 } })[0]).toMatch(
      /^konkursvarsel: is about a bank.*a configuration of its own$/,
    )
  })

  const maskinporten = {
    external: {
      tokenEndpoint: 'https://test.maskinporten.no/token',
      issuer: 'https://test.maskinporten.no/',
      clientId: 'a',
      key: { file: 'k.pem' },
    },
  }
  const own = { clientId: 'b', key: { file: 'r.pem' } }

  it('names a client at the real Maskinporten for each', () => {
    const external = { parties: { maskinporten } }
    expect(problemsOf(withRegister({}, external))).toHaveLength(3)
    const named = Object.fromEntries(
      Object.entries(clients).map(([name, one]) => [name, { ...one, maskinporten: own }]),
    )
    expect(problemsOf(withRegister({ clients: named }, external))).toEqual([])
    expect(problemsOf(withRegister({ clients: named }))[0]).toMatch(/ours is used; leave it out/)
  })
})
