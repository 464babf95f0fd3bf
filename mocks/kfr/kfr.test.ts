import { describe, expect, it } from 'vitest'
import { writeForm } from '../../contracts/kfr/batch/multipart.ts'
import { publishedForm } from '../../contracts/kfr/batch/published.ts'
import {
  agency,
  banksIn,
  bodyOf,
  type Desk,
  errorIn,
  holderOfDNumber,
  ingest,
  organisation,
  otherReporter,
  person,
  reporter,
} from './testing/desk.ts'
import { desksOfTests } from './testing/desks.ts'

let desk: Desk
desksOfTests((one) => {
  desk = one
})

const day = 86_400_000

describe('single reports', () => {
  it('register once, are known then, end once, and are not found then', async () => {
    const bank = desk.as(reporter)
    expect([await bank.add(person), await bank.add(person)].map(({ status }) => status)).toEqual([201, 200])
    expect(banksIn(await bank.own(person))).toEqual([200, [reporter]])
    const ended = await bank.end(person)
    expect([ended.status, ended.body.length]).toEqual([204, 0])
    expect(errorIn(await bank.end(person))).toEqual([404, 'KFR-008'])
  })

  it('ten at once give one 201', async () => {
    const bank = desk.as(reporter)
    const statuses = (await Promise.all(Array.from({ length: 10 }, () => bank.add(organisation)))).map(
      ({ status }) => status,
    )
    expect(statuses.toSorted()).toEqual([...Array(9).fill(200), 201])
  })

  it('bear the id of the request on every answer, and are found by it', async () => {
    const bank = desk.as(reporter)
    const CorrelationID = '11111111-2222-4333-8444-555555555555'
    for (const answer of [await bank.add(person, { CorrelationID }), await bank.add('1', { CorrelationID })])
      expect(answer.headers.correlationid).toBe(CorrelationID)
    expect(desk.kfr.traced(CorrelationID)).toMatchObject([
      { operation: 'add', institution: reporter, status: 201, code: null },
      { operation: 'add', institution: reporter, status: 400, code: 'KFR-005' },
    ])
  })

  it('of the past are found in their period, and from the next day on not in that of today', async () => {
    const bank = desk.as(reporter)
    await bank.add(person)
    desk.clock.advance(3 * day)
    await bank.end(person)
    desk.clock.advance(day)
    expect(banksIn(await bank.own(person))).toEqual([200, []])
    const found = async (fromDate: string, toDate: string) => banksIn(await bank.own(person, { fromDate, toDate }))[1]
    expect(await found('2026-11-23', '2026-11-30')).toEqual([reporter])
    expect(await found('2026-11-01', '2026-11-20')).toEqual([reporter])
    expect(await found('2026-11-24', '2026-11-30')).toEqual([])
    expect(await found('2026-11-01', '2026-11-19')).toEqual([])
  })

  it('show nobody else', async () => {
    await desk.as(reporter).add(person)
    await desk.as(otherReporter).add(person)
    expect(banksIn(await desk.as(reporter).own(person))).toEqual([200, [reporter]])
  })
})

describe('a batch', () => {
  it('as it is published is answered before it is stored, and stored at its pace', async () => {
    const bank = desk.as(reporter)
    expect((await bank.batch(publishedForm)).status).toBe(201)
    expect(desk.last()).toMatchObject({
      operation: 'batch',
      batch: {
        ...{ entries: 6, duplicates: 0, future: 0, boundary: 'bare', opens: true, closes: true },
        parts: [
          { name: 'customer_type', hasFileName: false, mediaType: null },
          { name: 'customers', hasFileName: true, mediaType: 'text/plain' },
        ],
      },
      problems: [],
    })
    expect(desk.kfr.count()).toEqual({ active: 0, historical: 0, pending: 6 })
    await ingest(desk)
    expect(desk.kfr.count()).toEqual({ active: 6, historical: 0, pending: 0 })
    expect(banksIn(await bank.own('958069367', { fromDate: '2011-11-05', toDate: '2011-11-05' }))[1]).toEqual([
      reporter,
    ])
    expect(banksIn(await bank.own('958069367', { fromDate: '2011-11-01', toDate: '2011-11-04' }))[1]).toEqual([])
    expect(banksIn(await bank.own('917439389', { fromDate: '2026-11-19', toDate: '2026-11-19' }))[1]).toEqual([])
    expect(desk.seen().some(({ kfr }) => kfr?.operation === 'ingested')).toBe(true)
  })

  it('twice leaves no doubles', async () => {
    const bank = desk.as(reporter)
    const form = writeForm({ list: `${person}#2020-01-01,${holderOfDNumber},${person}` })
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await bank.batch(form)).status).toBe(201)
      await ingest(desk)
    }
    expect(desk.kfr.count()).toMatchObject({ active: 2 })
    expect(banksIn(await bank.own(person, { fromDate: '2020-01-01', toDate: '2020-01-01' }))[1]).toEqual([reporter])
  })
})

it('agencies find every institution once', async () => {
  await desk.as(reporter).add(person)
  await desk.as(otherReporter).add(person)
  const answer = await desk.as(agency).relationships({ CustomerID: person })
  expect(answer.status).toBe(200)
  expect(bodyOf(answer).banks.toSorted(byNumber)).toEqual([
    { organizationID: '310000140', bankName: 'NICS Sparebank', activeAccount: true },
    { organizationID: otherReporter, bankName: 'Prøvebanken Nord', activeAccount: false },
    { organizationID: reporter, bankName: 'Testbanken', activeAccount: false },
  ])
})

const byNumber = (one: { organizationID: string }, other: { organizationID: string }) =>
  one.organizationID.localeCompare(other.organizationID)
