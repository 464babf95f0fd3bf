import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readConfig } from './read.ts'

/** What a configuration says of a bank that answers a megler. */

const problemsOf = (dsve: unknown) => {
  const config = {
    schema: 'samsvar.config/1',
    participant: { name: 'Testbanken', organisationNumber: '314703103' },
    baseUrl: 'https://localhost:4711/v2',
    parties: {},
    keystore: 'c.keystore.json',
    fixtures: {},
    dsve,
  }
  const read = readConfig(stringify(config))
  return read.ok ? [] : read.problems.map(({ path, wrong, remedy }) => `${path}: ${wrong}; ${remedy}`)
}

describe('cases that a bank cannot hold', () => {
  it('are named', () => expect(problemsOf({ answerSeconds: 60, without: ['S28', 'S30'] })).toEqual([]))

  it.each([
    [['S22'], /^dsve\.without\.0: is another value; write S1 or S2 or /],
    [['S28', 'S1'], /^dsve\.without\.1: names S1, which most questions are about; take it out, and make S1/],
    [['S28', 'S28'], /^dsve\.without: .*duplicate/],
    ['S28', /^dsve\.without: is no array; write an array there/],
  ])('%j is said to be wrong', (without, message) => {
    expect(problemsOf({ without })).toEqual([expect.stringMatching(message)])
  })
})

describe('own numbers of loans', () => {
  const own = { laanenummer: '4211', kontonummer: '12345678903' }

  it('are named', () => expect(problemsOf({ loans: { '97184502740': own } })).toEqual([]))

  it.each([
    [{ '97184502741': own }, /^dsve\.loans\.97184502741: is no lånenummer of a case; did you mean "97184502740"/],
    [{ '97184502740': { laanenummer: '4211' } }, /^dsve\.loans\.97184502740: "kontonummer" is missing/],
    [{ '97184502740': { ...own, kontonummer: '1234.56.78903' } }, /kontonummer: .*write its 11 digits without dots/],
    [{ '97184502740': { ...own, kontonummer: '12345678904' } }, /kontonummer: has a wrong check digit/],
    [{ '97184502740': own, '97184504115': own }, /97184504115\.laanenummer: is that of another loan, too/],
  ])('%j is said to be wrong', (loans, message) => {
    expect(problemsOf({ loans })).toEqual([expect.stringMatching(message)])
  })
})
