import { describe, expect, it } from 'vitest'
import { bankruptcyMandate, headerNames } from '../../contracts/kfr/operations.ts'
import { providerSchema, relationsSchema, violations } from '../../contracts/kfr/schemas.ts'
import {
  agency,
  banksIn,
  bodyOf,
  brreg,
  type Desk,
  holderOfDNumber,
  idsOf2,
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

const nics = '310000140'
const day = 86_400_000
const ask = (CustomerID: string, fromDate: string, toDate: string, more: Readonly<Record<string, string>> = {}) =>
  desk.as(agency).relationships({ ...idsOf2(), CustomerID }, { fromDate, toDate, ...more }, '2.0')
const today = ['2026-11-20', '2026-11-20'] as const

describe('customerRelationships', () => {
  it('is in order in both versions, with the ownership where it is asked for', async () => {
    await desk.as(reporter).add(person)
    const first = bodyOf(await desk.as(agency).relationships({ CustomerID: person }))
    expect(violations(relationsSchema('1.1.2'), first)).toEqual([])
    const plain = bodyOf(await ask(person, ...today))
    expect(plain).toEqual(first)
    const owned = bodyOf(await ask(person, ...today, { onlyPrimaryOwner: 'TRUE' }))
    expect(violations(relationsSchema('2.0', true), owned)).toEqual([])
    expect(owned.banks.map((row: { ownershipType: string }) => row.ownershipType)).toEqual(['unknown', 'primaryOwner'])
  })

  it('leaves disponents out where owners are asked for, and only there', async () => {
    expect(banksIn(await ask(holderOfDNumber, ...today))).toEqual([200, [nics]])
    expect(banksIn(await ask(holderOfDNumber, ...today, { onlyPrimaryOwner: 'False' }))).toEqual([200, [nics]])
    expect(banksIn(await ask(holderOfDNumber, ...today, { onlyPrimaryOwner: 'true' }))).toEqual([200, []])
  })

  it('tells of an active account today alone, and of its owner alone', async () => {
    const active = async (...given: Parameters<typeof ask>) => bodyOf(await ask(...given)).banks[0].activeAccount
    expect(await active(organisation, ...today)).toBe(true)
    expect(await active(organisation, '2026-11-01', '2026-11-19')).toBe(false)
    expect(await active(holderOfDNumber, ...today)).toBe(false)
  })

  it('knows both periods of who came back, and shows the institution once', async () => {
    const bank = desk.as(reporter)
    const known = '310000183'
    await bank.add(known)
    desk.clock.advance(2 * day)
    await bank.end(known)
    desk.clock.advance(2 * day)
    await bank.add(known)
    const found = async (from: string, to: string) => banksIn(await ask(known, from, to))[1]
    expect(await found('2026-11-20', '2026-11-24')).toEqual([reporter])
    expect(await found('2026-11-22', '2026-11-22')).toEqual([reporter])
    expect(await found('2026-11-23', '2026-11-23')).toEqual([])
    expect(await found('2026-11-24', '2026-11-24')).toEqual([reporter])
    expect(await found('2026-11-01', '2026-11-19')).toEqual([])
  })

  it('serves Konkursregisteret by its mandate', async () => {
    const headers = { ...idsOf2(), CustomerID: person, [headerNames.mandate]: bankruptcyMandate.encoded }
    const query = { fromDate: '2025-11-20', toDate: '2026-11-20', onlyPrimaryOwner: 'TRUE' }
    expect(banksIn(await desk.as(brreg).relationships(headers, query, '2.0'))).toEqual([200, [nics]])
  })

  it('is answered 504 while KAR is silent', async () => {
    await desk.as(reporter).add(person)
    await desk.kfr.stimulate({ party: 'kfr', does: 'kar-outage' })
    const answer = await ask(person, ...today)
    expect([answer.status, violations('error', bodyOf(answer))]).toEqual([504, []])
    expect((await desk.as(reporter).own(person)).status).toBe(200)
    await desk.kfr.calm()
    expect((await ask(person, ...today)).status).toBe(200)
  })
})

describe('what has ended', () => {
  it('is kept for ten years, and is erased then', async () => {
    const [nine, ten] = ['310000191', '310000205']
    desk.kfr.put({ institution: reporter, customer: nine, since: '2010-01-01', until: '2016-12-20' })
    desk.kfr.put({ institution: reporter, customer: ten, since: '2010-01-01', until: '2016-10-20' })
    const found = async (customer: string) => banksIn(await ask(customer, '2010-01-01', '2026-11-20'))[1]
    expect([await found(nine), await found(ten)]).toEqual([[reporter], []])
    desk.clock.advance(day)
    expect(desk.kfr.count()).toMatchObject({ historical: 1 })
    desk.clock.advance(31 * day)
    expect(desk.kfr.count()).toMatchObject({ historical: 0 })
  })

  it('is everything of an institution that has ceased', async () => {
    await desk.as(reporter).add(person)
    await desk.as(otherReporter).add(person)
    expect(desk.kfr.cease(reporter)).toBe(1)
    desk.clock.advance(day)
    expect(banksIn(await ask(person, '2026-11-21', '2026-11-21'))[1]).toEqual([nics, otherReporter])
    expect(banksIn(await ask(person, '2026-11-20', '2026-11-21'))[1]).toEqual([nics, otherReporter, reporter])
  })
})

describe('accountServicingProvider', () => {
  it.each(['1.1.2', '2.0'] as const)('spells its member as %s does', async (version) => {
    const answer = await desk.as(agency).provider({ ...idsOf2(), AccountID: '95770100012' }, {}, version)
    expect([answer.status, violations(providerSchema(version), bodyOf(answer))]).toEqual([200, []])
    expect(Object.values(bodyOf(answer))).toEqual([nics, 'NICS Sparebank'])
  })

  it('names whoever uses a collection account', async () => {
    const answer = await desk.as(agency).provider({ ...idsOf2(), AccountID: '95770100020' })
    expect(bodyOf(answer)).toEqual({ organizationId: reporter, bankName: 'Testbanken' })
  })
})
