import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Form, writeForm } from '../../contracts/kfr/batch/multipart.ts'
import { publishedForm } from '../../contracts/kfr/batch/published.ts'
import { bankruptcyMandate, headerNames, paths, scopes } from '../../contracts/kfr/operations.ts'
import { violations } from '../../contracts/kfr/schemas.ts'
import type { Received } from '../http/outgoing.ts'
import {
  agency,
  bodyOf,
  brreg,
  type Client,
  type Desk,
  errorIn,
  idsOf2,
  nobody,
  openDesk,
  openWorld,
  otherReporter,
  person,
  reporter,
  type World,
} from './testing/desk.ts'

/** Every error of the register, by status and code; each body by the schema that everybody is judged by. */

let world: World
let desk: Desk
beforeAll(async () => {
  world = await openWorld()
  desk = await openDesk(world)
})
afterAll(async () => {
  await desk.close()
  await world.close()
})

const form = writeForm({ list: person })
const period = { fromDate: '2026-11-20', toDate: '2026-11-20' }
const two = () => ({ ...idsOf2(), CustomerID: person })

/** A lawful call of each operation. */
const calls: Readonly<Record<string, (who: Client) => Promise<Received>>> = {
  add: (who) => who.add(person),
  end: (who) => who.end(person),
  batch: (who) => who.batch(form),
  own: (who) => who.own(person),
  'relationships 1.1.2': (who) => who.relationships({ CustomerID: person }),
  'relationships 2.0': (who) => who.relationships(two(), period, '2.0'),
  'provider 1.1.2': (who) => who.provider({ AccountID: '95770100012', ...idsOf2() }),
  'provider 2.0': (who) => who.provider({ AccountID: '95770100012', ...idsOf2() }, {}, '2.0'),
}
const family = (name: string) => (['add', 'end', 'batch'].includes(name) ? 'KFR' : 'ERR')

describe.each(Object.entries(calls))('%s', (name, call) => {
  it.each([
    ['none', { authorization: null }],
    ['no bearer', { authorization: 'Basic eDp5' }],
    ['one that is none', { authorization: 'Bearer abc' }],
    ['one that expired', { claims: { exp: 1_600_000_000 } }],
    ['one of somebody else', { claims: { iss: 'https://else.example/' } }],
  ])('is refused with a token that is %s', async (_what, token) => {
    const answer = await call(desk.as(reporter, token))
    expect(answer.status).toBe(401)
    if (name.startsWith('provider')) expect(violations('provider 401', bodyOf(answer))).toEqual([])
    else {
      expect(errorIn(answer)).toEqual([401, `${family(name)}-001`])
      expect(violations('error', bodyOf(answer))).toEqual([])
    }
  })

  it('is refused with every other scope, and with a client that has no certificate', async () => {
    const own = name.startsWith('relationships')
      ? scopes.relationships
      : name.startsWith('provider')
        ? scopes.provider
        : scopes.write
    const refused = [403, family(name) === 'KFR' ? 'KFR-002' : 'ERR-001']
    for (const scope of Object.values(scopes).filter((one) => one !== own))
      expect(errorIn(await call(desk.as(reporter, { scope })))).toEqual(refused)
    expect(errorIn(await call(desk.as(reporter, { claims: { client_amr: 'private_key_jwt' } })))).toEqual(refused)
    expect((await call(desk.as(reporter, { authorization: `bearer ${'x'}` }))).status).toBe(401)
  })
})

type Ask = (desk: Desk) => Promise<Received>
const bank = (given: Desk) => given.as(reporter)
const asks = (given: Desk) => given.as(agency)

const refusals: readonly (readonly [string, Ask, number, string])[] = [
  ['add for another', (d) => bank(d).add(person, {}, paths.relationship(otherReporter)), 403, 'KFR-003'],
  ['end for another', (d) => bank(d).end(person, {}, paths.relationship(otherReporter)), 403, 'KFR-003'],
  ['own of another', (d) => bank(d).own(person, {}, paths.own(otherReporter)), 403, 'ERR-001'],
  ['add by who is not let in', (d) => d.as(nobody).add(person), 403, 'KFR-002'],
  ['add without CorrelationID', (d) => bank(d).add(person, { CorrelationID: null }), 400, 'KFR-004'],
  ['end with a CorrelationID that is none', (d) => bank(d).end(person, { CorrelationID: '17' }), 400, 'KFR-004'],
  ['batch without CorrelationID', (d) => bank(d).batch(form, { CorrelationID: null }), 400, 'KFR-004'],
  ['add of another type', (d) => bank(d).add(person, {}, paths.relationship(reporter, 'dsopbank')), 400, 'KFR-009'],
  ['end of another type', (d) => bank(d).end(person, {}, paths.relationship(reporter, 'BANK')), 400, 'KFR-009'],
  ['add without a customer', (d) => bank(d).add(null), 400, 'KFR-005'],
  ...['12345678', '1234567890', '123456789012', 'abcdefghi', '１２３４５６７８９'].map(
    (id): (typeof refusals)[number] => [
      `add of ${encodeURIComponent(id)}`,
      (d) => bank(d).add(Buffer.from(id).toString('latin1')),
      400,
      'KFR-005',
    ],
  ),
  ['end of what is not there', (d) => bank(d).end('310000183'), 404, 'KFR-008'],
  ['own of a bad customer', (d) => bank(d).own('1'), 400, 'ERR-002'],
  ['own without a customer', (d) => bank(d).own(null), 400, 'ERR-002'],
  ['own with a bad date', (d) => bank(d).own(person, { fromDate: '20.11.2026' }), 400, 'ERR-003'],
  ['own backwards', (d) => bank(d).own(person, { fromDate: '2026-11-20', toDate: '2026-11-19' }), 400, 'ERR-003'],
  ['own without its slash', (d) => bank(d).own(person, {}, paths.own(reporter).slice(0, -1)), 404, 'KFR-004'],
  ['own by another method', (d) => bank(d).send('PUT', paths.own(reporter), scopes.write, {}), 405, 'KFR-004'],
  ['relationships by POST', (d) => asks(d).send('POST', paths.relationships, scopes.relationships, {}), 405, 'KFR-004'],
  ['relationships of a bad customer', (d) => asks(d).relationships({ CustomerID: '1' }), 400, 'ERR-002'],
  [
    'relationships on a day that is none',
    (d) => asks(d).relationships({ CustomerID: person }, { toDate: '2026-02-30' }),
    400,
    'ERR-003',
  ],
  [
    'relationships not as JSON',
    (d) => asks(d).relationships({ CustomerID: person, Accept: 'application/xml' }),
    406,
    'KFR-004',
  ],
  ...[headerNames.correlation, headerNames.inquiry, headerNames.mandate].map((name): (typeof refusals)[number] => [
    `relationships 2.0 without ${name}`,
    (d) => asks(d).relationships({ ...two(), [name]: null }, period, '2.0'),
    400,
    'KFR-004',
  ]),
  ...(['fromDate', 'toDate'] as const).map((name): (typeof refusals)[number] => [
    `relationships 2.0 without ${name}`,
    (d) => asks(d).relationships(two(), { [name]: period[name] }, '2.0'),
    400,
    'ERR-003',
  ]),
  [
    'relationships 2.0 with an ownership that is none',
    (d) => asks(d).relationships(two(), { ...period, onlyPrimaryOwner: 'yes' }, '2.0'),
    400,
    'KFR-004',
  ],
  [
    'relationships 2.0 of Konkursregisteret with everybody',
    (d) => d.as(brreg).relationships({ ...two(), ...mandate }, period, '2.0'),
    403,
    'ERR-001',
  ],
  [
    'relationships 2.0 of Konkursregisteret by another mandate',
    (d) => d.as(brreg).relationships(two(), { ...period, onlyPrimaryOwner: 'TRUE' }, '2.0'),
    403,
    'ERR-001',
  ],
  ['provider of a bad account', (d) => asks(d).provider({ AccountID: '1234567890', ...idsOf2() }), 400, 'ERR-004'],
  ['provider without an account', (d) => asks(d).provider(idsOf2()), 400, 'ERR-004'],
  [
    'provider of an account that nobody knows',
    (d) => asks(d).provider({ AccountID: '12345678901', ...idsOf2() }),
    404,
    'ERR-004',
  ],
  [
    'provider 2.0 without a mandate',
    (d) => asks(d).provider({ AccountID: '95770100012', ...idsOf2(), [headerNames.mandate]: null }, {}, '2.0'),
    400,
    'KFR-004',
  ],
  ['nothing', (d) => asks(d).send('GET', '/customers', scopes.relationships, {}), 404, 'KFR-004'],
]
const mandate = { [headerNames.mandate]: bankruptcyMandate.encoded }

it.each(refusals)('%s is refused', async (_what, ask, status, code) => {
  const answer = await ask(desk)
  expect(errorIn(answer)).toEqual([status, code])
  expect(violations('error', bodyOf(answer))).toEqual([])
  expect(answer.headers['content-type']).toMatch(/^application\/json/)
  expect(answer.body.toString()).not.toContain(person)
})

const changed = (change: (text: string) => string, given: Form = form): Form => ({
  contentType: given.contentType,
  body: Buffer.from(change(given.body.toString())),
})
const typed = (contentType: string, given: Form = form): Form => ({ ...given, contentType })
const { body, contentType } = form
const boundary = contentType.split('=')[1] ?? ''

const batches: readonly (readonly [string, Form, number, string])[] = [
  ['a quoted boundary', typed(`multipart/form-data; boundary="${boundary}"`), 403, 'KFR-002'],
  ['another boundary', typed('multipart/form-data; boundary=873380600719114776488000'), 403, 'KFR-002'],
  ['a boundary that goes on', typed(`${contentType}1`), 403, 'KFR-002'],
  ['a part of the boundary', typed(contentType.slice(0, -1)), 403, 'KFR-002'],
  ['no boundary', typed('multipart/form-data'), 403, 'KFR-002'],
  ['another media type', typed('text/csv'), 403, 'KFR-002'],
  ['no closing delimiter', { contentType, body: body.subarray(0, -4) }, 403, 'KFR-002'],
  ['no end at all', { contentType, body: body.subarray(0, 120) }, 403, 'KFR-002'],
  ['no body', { contentType, body: Buffer.alloc(0) }, 403, 'KFR-002'],
  ['something before the first boundary', changed((text) => `x\r\n${text}`), 403, 'KFR-002'],
  ['no type', changed((text) => text.replace('customer_type', 'type')), 400, 'KFR-004'],
  ['no list', changed((text) => text.replace('"customers"', '"list"')), 400, 'KFR-004'],
  ['another type', writeForm({ list: person, type: 'BANK' }), 400, 'KFR-009'],
  ['a type in lower case', writeForm({ list: person, type: 'dsopbank' }), 400, 'KFR-009'],
  ['a bad number', writeForm({ list: `${person},600200123456` }), 400, 'KFR-005'],
  ['semicolons', writeForm({ list: `${person};${person}` }), 400, 'KFR-005'],
  ['a header line', writeForm({ list: `customers\n${person}` }), 400, 'KFR-005'],
  ['an empty list', writeForm({ list: '' }), 400, 'KFR-005'],
  ['a bad date', writeForm({ list: `${person}#08.11.2019` }), 400, 'KFR-010'],
  ['a month that there is not', writeForm({ list: `${person}#2019-13-01` }), 400, 'KFR-010'],
]

describe('a batch', () => {
  it.each(batches)('with %s is refused, and nothing of it stored', async (_what, given, status, code) => {
    const before = desk.kfr.count()
    const answer = await bank(desk).batch(given)
    expect(errorIn(answer)).toEqual([status, code])
    expect(violations('error', bodyOf(answer))).toEqual([])
    expect(desk.kfr.count()).toEqual(before)
  })

  it.each([
    ['the published one', publishedForm],
    ['one with a list without a file name', changed((text) => text.replace('; filename="customers.csv"', ''))],
    ['one with an epilogue of line ends', changed((text) => `${text}\r\n\r\n`)],
    ['one with line ends before its first boundary', changed((text) => `\r\n\r\n${text}`)],
    ['one with its parts in the other order', reversed()],
    ['one with a boundary of other characters', writeForm({ list: person, boundary: "a'()+_,-./:=?b" })],
  ])('is taken: %s', async (_what, given) => expect((await bank(desk).batch(given)).status).toBe(201))

  it('is taken up to its limit, and no further', async () => {
    const small = await openDesk(world, { settings: { mostFileBytes: 1199 } })
    const listOf = (count: number) => writeForm({ list: Array.from({ length: count }, () => person).join(',') })
    expect((await small.as(reporter).batch(listOf(100))).status).toBe(201)
    expect(errorIn(await small.as(reporter).batch(listOf(101)))).toEqual([413, 'KFR-004'])
    expect(errorIn(await small.as(reporter).batch(listOf(10_000)))).toEqual([413, 'KFR-004'])
    await small.close()
  })
})

it('check digits are looked at where that is asked for, and nowhere else', async () => {
  const strict = await openDesk(world, { settings: { checksDigits: true } })
  const statuses = async (given: Desk) => [
    (await bank(given).add('310000184')).status,
    (await bank(given).add('310000183')).status,
    (await bank(given).batch(writeForm({ list: `${person},30020012345` }))).status,
  ]
  expect([await statuses(desk), await statuses(strict)]).toEqual([
    [201, 201, 201],
    [400, 201, 400],
  ])
  await strict.close()
})

function reversed(): Form {
  const [, type = '', list = ''] = body.toString().split(`--${boundary}`)
  return {
    contentType,
    body: Buffer.from([`--${boundary}${list}`, `${type}`].join(`--${boundary}`).concat(`--${boundary}--\r\n`)),
  }
}
