import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import type { Config, PartiesConfig } from '../../contracts/config/config.ts'
import { hostsOf, portsOf } from './addresses.ts'
import { trustPlace } from './handed-out.ts'
import { bankOf } from './settings.ts'

const configWith = (parties: PartiesConfig) =>
  ({ participant: { name: 'T', organisationNumber: '314703103' }, baseUrl: 'https://b/v2', parties }) as Config

const usual = {
  maskinporten: 8610,
  certpub: 8611,
  catalogue: 8612,
  'production-issuer': 8613,
  'other-issuer': 8614,
  brreg: 8615,
  'altinn-broker': 8616,
  akeldo: 8617,
  megler: 8618,
  kfr: 8619,
}
const shifted = {
  maskinporten: 9000,
  certpub: 9001,
  catalogue: 9002,
  'production-issuer': 9003,
  'other-issuer': 9004,
  brreg: 9005,
  'altinn-broker': 9006,
  akeldo: 9007,
  megler: 9008,
  kfr: 9009,
}
const free = Object.fromEntries(Object.keys(usual).map((name) => [name, 0])) as typeof usual

describe('the ports', () => {
  it.each<readonly [string, Parameters<typeof portsOf>[0], Config | null, ReturnType<typeof portsOf>]>([
    ['are those of the table', {}, null, { parties: usual, control: 8609 }],
    ['follow the first', { port: '9000' }, null, { parties: shifted, control: 8999 }],
    ['are free ones', { port: '0' }, null, { parties: free, control: 0 }],
    ['leave control its own', { port: '0', 'control-port': '7' }, null, { parties: free, control: 7 }],
    [
      'are those of the configuration',
      {},
      configWith({ ports: { certpub: 1 } }),
      { parties: { ...usual, certpub: 1 }, control: 8609 },
    ],
    [
      'of the configuration yield to the command line',
      { port: '9000' },
      configWith({ ports: { certpub: 1 } }),
      { parties: shifted, control: 8999 },
    ],
    [
      'let control stand where the configuration looks for it',
      {},
      configWith({ control: 'http://127.0.0.1:4711' }),
      { parties: usual, control: 4711 },
    ],
  ])('%s', (_what, values, config, expected) => expect(portsOf(values, config)).toEqual(expected))
})

describe('the hosts', () => {
  it.each<readonly [Parameters<typeof hostsOf>[0], Config | null, ReturnType<typeof hostsOf>]>([
    [{}, null, { host: '127.0.0.1' }],
    [{ 'public-host': 'docker.example' }, null, { host: '127.0.0.1', publicHost: 'docker.example' }],
    [{ host: '0.0.0.0' }, null, { host: '0.0.0.0', publicHost: hostname() }],
    [{}, configWith({ host: 'localhost' }), { host: '127.0.0.1', publicHost: 'localhost' }],
    [{}, configWith({ host: 'parties.example' }), { host: '0.0.0.0', publicHost: 'parties.example' }],
    [{}, configWith({ host: 'x.example', listen: '10.0.0.1' }), { host: '10.0.0.1', publicHost: 'x.example' }],
    [{}, configWith({ control: 'http://127.0.0.1:1' }), { host: '127.0.0.1' }],
  ])('of %j with %j are %j', (values, config, expected) => expect(hostsOf(values, config)).toEqual(expected))
})

it('the bank is the configured one, the one that is named, or an example', () => {
  expect(bankOf(configWith({}), undefined)).toMatchObject({ name: 'T', baseUrl: 'https://b/v2' })
  expect(bankOf(null, 'https://x/y').baseUrl).toBe('https://x/y')
  expect(bankOf(null, undefined).baseUrl).toMatch(/^https:\/\/localhost/)
})

it.each([
  [{}, null, null],
  [{}, 'a/c.keystore.json', 'a/c.root.pem'],
  [{}, 'mine.json', 'mine.root.pem'],
  [{ 'trust-out': 'r.pem' }, 'c.keystore.json', 'r.pem'],
])('the root of %j with keystore %s goes to %s', (values, keystore, place) => {
  expect(trustPlace(values, keystore)).toBe(place)
})
