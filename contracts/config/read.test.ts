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
  P2: { id: "08086001471", kjennelsesdato: null }
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
    ['a slash at the end', changed('baseUrl', 'https://localhost/v2/'), 'without a slash at the end'],
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
      'a fixture of another name',
      changed('fixtures.P9', { id: '910491482', kjennelsesdato: null }),
      '"P9" is not a known key',
    ],
    ['a certificate that is none', changed('trust', ['MII']), 'paste the whole certificate'],
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

describe('a keystore', () => {
  it('without its token says so, and tells no key', () => {
    const read = readKeystore(JSON.stringify({ schema: 'samsvar.keystore/1', consumerKeys: ['SECRET'] }))
    expect(read.ok).toBe(false)
    expect(JSON.stringify(read)).toContain('controlToken')
    expect(JSON.stringify(read)).not.toContain('SECRET')
  })
})
