import { describe, expect, it } from 'vitest'
import type { Observation } from '../../../contracts/report/evidence.ts'
import { answerWith } from '../../kit/testing/exchange.ts'
import { judgeLookups } from './lookups.ts'

const sealed = answerWith({
  content: { form: 'jwe', compact: true, header: {}, opened: { text: '{}', value: {} }, fresh: null },
})
const refused = answerWith({ status: 500 })

const brreg = 'iso6523-actorid-upis::0192:974760673'
const other = 'iso6523-actorid-upis::0192:974761076'
const account = 'bdx-procid-dsop::urn:fdc:bits.no:2018:dsop:account:1.0'
const locator = `/locator/lookup/v2/${brreg}`
const publisher = `/publisher/api/v1/${brreg}/${account}`

const seen = (...paths: readonly string[]): readonly Observation[] =>
  paths.map((path, index) => ({
    id: `o${index}`,
    epoch: 'calm',
    party: 'certpub',
    at: '2026-11-20T12:00:00.000Z',
    method: 'GET',
    path,
    status: 200,
  }))

const weights = (paths: readonly string[], list = sealed) =>
  judgeLookups(list, seen(...paths)).map((outcome) => ('unjudged' in outcome ? outcome.reason : outcome.weight))

describe('lookups', () => {
  it.each([
    ['with bare colons', [locator, publisher]],
    ['percent-encoded', [locator, publisher].map((path) => path.replaceAll(':', '%3A'))],
    ['with lower-case hexadecimals', [locator, publisher].map((path) => path.replaceAll(':', '%3a'))],
    ['beside those for others', [locator, `/locator/lookup/v2/${other}`, publisher, `/api/v1/${other}/${account}`]],
    ['with a query', [`${locator}?t=1`, publisher]],
  ])('are right %s', (_name, paths) => expect(weights(paths)).toEqual(['note', 'note']))

  it.each([
    ['for another participant', [`/locator/lookup/v2/${other}`, `/api/v1/${other}/${account}`], ['breach', 'breach']],
    ['for another process', [locator, `${publisher.replace('account', 'customer')}`], ['note', 'breach']],
    ['without a scheme', ['/lookup/v2/0192:974760673', publisher], ['breach', 'note']],
    ['of all processes', [locator, `/publisher/api/v1/${brreg}`], ['note', 'breach']],
    ['at the locator alone', [locator], ['note', 'breach']],
    ['of another role', [locator, `${publisher}/RESPONSE`], ['note', 'breach']],
    ['that cannot be decoded', ['/lookup/v2/%E0%A4%A', publisher], ['breach', 'note']],
  ])('are wrong %s', (_name, paths, expected) => expect(weights(paths)).toEqual(expected))

  it('may name the role that is meant anyway', () =>
    expect(weights([locator, `${publisher}/REQUEST`])).toEqual(['note', 'tolerated']))

  it('that are not seen say nothing', () => {
    expect(weights([])).toEqual(['cache-warm'])
    expect(weights([publisher])).toEqual(['cache-warm', 'note'])
  })

  it('say nothing of an answer that did not come, as far as they are not wrong', () => {
    expect(weights([], refused)).toEqual(['need-not-met', 'need-not-met'])
    expect(weights([locator], refused)).toEqual(['note', 'need-not-met', 'need-not-met'])
    expect(weights([`/lookup/v2/${other}`], refused)).toEqual(['breach', 'need-not-met', 'need-not-met'])
  })
})
