import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publishedNotices } from './published.ts'
import { violations } from './schemas.ts'
import {
  parseDebitor,
  parseDetail,
  parseItem,
  parseList,
  parseRegistration,
  parseUuid,
  registrationAt,
} from './wire.ts'

/** The example of the published pages (catalogue, section 2), to the letter. */
const published = {
  _embedded: {
    konkursvarsler: [
      {
        uuid: '385fad87-b3e1-4542-a5ac-86c1b4e130af',
        type: 'aapning',
        registreringstidspunkt: '2018-06-08T11:34:23.111Z',
        kjennelsesdato: '2018-06-08',
        debitor: '910425463',
        _links: {
          self: {
            href: 'https://konkursvarsel.ppe-vcert.brreg.no/konkursvarsler/385fad87-b3e1-4542-a5ac-86c1b4e130af',
          },
        },
      },
    ],
  },
}
const [notice] = published._embedded.konkursvarsler

describe('the published example', () => {
  it('is a list of one notice', () => {
    expect(violations('list', published)).toEqual([])
    expect(parseList(published)).toEqual({
      ok: true,
      value: [
        {
          ok: true,
          value: {
            uuid: '385fad87-b3e1-4542-a5ac-86c1b4e130af',
            type: 'aapning',
            registered: { text: '2018-06-08T11:34:23.111Z', instant: 1_528_457_663_111 },
            kjennelsesdato: '2018-06-08',
            debitor: { kind: 'organisation', number: '910425463' },
            self: notice?._links.self.href,
          },
        },
      ],
    })
  })

  it('is part of a detail', () => {
    const detail = { ...notice, konkursgrunnlag: 'T', avviklingskode: 'TVDL', nytt: 1 }
    expect(violations('detail', detail)).toEqual([])
    expect(parseDetail(detail)).toMatchObject({ ok: true, value: { konkursgrunnlag: 'T', avviklingskode: 'TVDL' } })
    expect(violations('detail', notice)).toEqual([{ at: '', rule: 'required: konkursgrunnlag' }])
  })
})

it.each(publishedNotices.map((row) => [row.uuid, row] as const))(
  'the notice %s of the test set is readable',
  (_, row) => {
    expect(parseUuid(row.uuid)).toEqual({ ok: true, value: row.uuid })
    expect(parseRegistration(row.registreringstidspunkt).ok).toBe(true)
    expect(parseDebitor(row.debitor)).toMatchObject({ ok: true, value: { number: row.debitor } })
  },
)

it.each([
  ['_embedded with nothing in it', { _embedded: { konkursvarsler: [] } }],
  ['nothing at all', {}],
  ['links alone', { _links: { self: { href: 'https://x/' } } }],
])('%s is an empty list', (_what, body) => {
  expect(parseList(body)).toEqual({ ok: true, value: [] })
  expect(violations('list', body)).toEqual([])
})

describe('what is refused', () => {
  it.each([null, [], 'x', 7, { _embedded: null }, { _embedded: {} }, { _embedded: { konkursvarsler: {} } }])(
    'as a list: %j',
    (body) => {
      expect(parseList(body).ok).toBe(false)
      expect(violations('list', body)).not.toEqual([])
    },
  )

  it.each([
    ['uuid', '385fad87'],
    ['type', 7],
    ['registreringstidspunkt', '2018-06-08T11:34:23Z'],
    ['registreringstidspunkt', '2018-06-08T11:34:23.111+02:00'],
    ['registreringstidspunkt', '2018-06-31T11:34:23.111Z'],
    ['registreringstidspunkt', '2018-06-08T24:00:00.000Z'],
    ['kjennelsesdato', '2018-02-30'],
    ['debitor', 910425463],
    ['debitor', '8086001471'],
    ['debitor', '910425464'],
  ])('in a notice: %s %j', (name, value) => {
    const item = { ...notice, [name]: value }
    expect(parseItem(item).ok).toBe(false)
    expect(violations('list', { _embedded: { konkursvarsler: [item] } })).not.toEqual([])
  })

  it('one notice does not take the others along', () => {
    const list = parseList({ _embedded: { konkursvarsler: [null, notice] } })
    expect(list.ok && list.value.map(({ ok }) => ok)).toEqual([false, true])
  })
})

describe('whatever comes', () => {
  it('is read without an exception', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        for (const parse of [parseList, parseItem, parseDetail, parseDebitor, parseRegistration, parseUuid])
          expect(parse(body)).toHaveProperty('ok')
      }),
    )
  })

  it('a time that is written is read as it was, in the order of time', () => {
    const instant = fc.integer({ min: Date.parse('0000-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') })
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        expect(parseRegistration(registrationAt(one))).toEqual({
          ok: true,
          value: { text: registrationAt(one), instant: one },
        })
        expect(registrationAt(one) < registrationAt(other)).toBe(one < other)
      }),
    )
  })
})
