import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../../../contracts/calendar.ts'
import type { SeenRequest } from '../../../contracts/control/protocol.ts'
import type { BrregSighting, ClientCertificate } from '../../../contracts/konkursvarsel/sighting.ts'
import { referenceTarget } from '../../targets/reference.ts'
import { followsNotices } from './preflight.ts'
import { brregReached } from './reached.ts'

const certificate = (changes: Partial<ClientCertificate> = {}): ClientCertificate => ({
  organisationNumber: '314703103',
  trusted: true,
  issuer: 'CN=X',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2126-01-01T00:00:00.000Z',
  policies: [],
  ...changes,
})
const visit = (status: number, brreg: Partial<BrregSighting>, shown: ClientCertificate | null): SeenRequest => ({
  party: 'brreg',
  at: '2026-11-20T12:00:00.000Z',
  method: 'GET',
  path: '/konkursvarsler',
  status,
  brreg: { asked: 'full-list', tls: { protocol: 'TLSv1.3', certificate: shown }, ...brreg },
})
const served = { count: 0, notices: [], latest: null }

describe('what Brreg has seen', () => {
  it.each([
    ['nothing', [], false, 'unknown', /longer than 900 s/],
    ['nothing although it was told to', [], true, 'problem', /address of Konkursvarsel/],
    ['a list that was fetched', [visit(200, { served }, certificate())], true, 'ok', /1 in all/],
    [
      'a handshake that came to nothing',
      [visit(0, { tls: { protocol: null, certificate: null } }, null)],
      false,
      'problem',
      /trust anchor/,
    ],
    ['no certificate', [visit(0, {}, null)], false, 'problem', /no client certificate/],
    ['a strange one', [visit(403, {}, certificate({ trusted: false }))], false, 'problem', /konkursvarsel\.issuers/],
    ['another organisation', [visit(403, {}, certificate())], false, 'problem', /organisationNumbers/],
    ['a path of nothing', [visit(404, { asked: 'other' }, certificate())], false, 'warning', /last status 404/],
  ] as const)('%s', (_what, seen, hasPolled, state, words) => {
    const [first] = brregReached(seen, { hasPolled })
    expect(first?.state).toBe(state)
    expect(`${first?.said} ${first?.remedy}`).toMatch(words)
  })

  it.each([
    ['2126-01-01T00:00:00.000Z', 'ok'],
    [new Date(Date.now() + 86_400_000).toISOString(), 'warning'],
    ['2026-01-02T00:00:00.000Z', 'problem'],
  ])('a certificate until %s: %s', (notAfter, state) => {
    const [, dates] = brregReached([visit(200, { served }, certificate({ notAfter }))], { hasPolled: true })
    expect(dates?.state).toBe(state)
  })
})

it('the reference bank is found, and so are its hooks; one that does not follow is left alone', async () => {
  const target = await referenceTarget({ seed: 1, day: '2026-11-20' as IsoDate, faults: [], areas: ['konkursvarsel'] })
  const waits: string[] = []
  const found = await followsNotices(target, (what) => waits.push(what))
  expect(found.map(({ what, state }) => [what, state])).toEqual([
    ['hook poll', 'ok'],
    ['hook state', 'ok'],
    ['bank reaches Brreg', 'ok'],
    ['client certificate of the bank', 'ok'],
  ])
  expect(waits).toEqual(['the hook poll', 'the hook state'])
  const { hooks } = target
  const wrong = hooks && { ...target, hooks: { ...hooks, token: 'another' } }
  expect(wrong && (await followsNotices(wrong, () => undefined)).map(({ said }) => said)[0]).toBe('answers 401')
  const { konkursvarsel: _, ...without } = target
  expect(await followsNotices(without, () => undefined)).toEqual([])
  await target.close()
})
