import { describe, expect, it } from 'vitest'
import { type Form, writeForm } from '../../contracts/kfr/batch/multipart.ts'
import { fileLimits, paths } from '../../contracts/kfr/operations.ts'
import { failures, type KfrStimulus } from '../../contracts/kfr/stimuli.ts'
import {
  banksIn,
  bodyOf,
  type Desk,
  errorIn,
  openDesk,
  organisation,
  person,
  reporter,
  type World,
} from './testing/desk.ts'
import { desksOfTests } from './testing/desks.ts'

let world: World
let desk: Desk
desksOfTests(
  (one, around) => {
    desk = one
    world = around
  },
  { customers: { F1: { id: person }, F4: { id: organisation } } },
)

const does = (stimulus: Omit<KfrStimulus, 'party'> & { does: string }) =>
  desk.kfr.stimulate({ party: 'kfr', ...stimulus } as KfrStimulus)

describe('the register that was made to fail', () => {
  it.each(failures.filter((how) => how !== 'hang' && how !== 'reset'))('answers %s so many times', async (how) => {
    await does({ does: 'fails', on: 'add', how, times: 2, retryAfter: 3 } as never)
    const bank = desk.as(reporter)
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await bank.add(person)
      expect([answer.status, answer.headers['retry-after']]).toEqual([Number(how), '3'])
    }
    expect((await bank.add(person)).status).toBe(201)
  })

  it('fails for one customer, by a code, and does nothing', async () => {
    await does({ does: 'fails', on: 'any', how: '403', code: 'KFR-003', customer: 'F1' } as never)
    const bank = desk.as(reporter)
    expect(errorIn(await bank.add(person))).toEqual([403, 'KFR-003'])
    expect((await bank.add(organisation)).status).toBe(201)
    await desk.kfr.calm()
    expect(banksIn(await bank.own(person))[1]).toEqual([])
  })

  it('hangs until it is calm, and cuts connections', async () => {
    await does({ does: 'fails', on: 'add', how: 'hang', times: 1 } as never)
    await does({ does: 'fails', on: 'end', how: 'reset', times: 1 } as never)
    const bank = desk.as(reporter)
    const hanging = bank.add(person).then(
      () => 'answered',
      () => 'cut off',
    )
    await expect(bank.end(person)).rejects.toThrow()
    while (desk.seen().length < 2) await new Promise((resolve) => setImmediate(resolve))
    expect(desk.seen().map(({ status }) => status)).toEqual([0, 0])
    await desk.kfr.calm()
    expect(await hanging).toBe('cut off')
  })

  it('fails for a batch after it was seen', async () => {
    await does({ does: 'fails', on: 'batch', how: '500' } as never)
    const list = `${person}#2030-01-01,${organisation},922203687,922203687`
    expect((await desk.as(reporter).batch(writeForm({ list }))).status).toBe(500)
    expect(desk.last()).toMatchObject({
      operation: 'batch',
      code: 'KFR-007',
      batch: { entries: 4, duplicates: 1, future: 1, unmarked: 2 },
    })
    expect(desk.last().batch?.customers?.map(({ fixture, since }) => [fixture, since])).toEqual([
      ['F1', '2030-01-01'],
      ['F4', null],
      [undefined, null],
      [undefined, null],
    ])
    expect(desk.kfr.count().pending).toBe(0)
  })

  it('is out of service, and in it again', async () => {
    await does({ does: 'outage' })
    expect((await desk.as(reporter).add(person)).status).toBe(503)
    await desk.kfr.calm()
    expect((await desk.as(reporter).add(person)).status).toBe(201)
  })

  it('knows whom it does not know', async () => {
    await does({ does: 'knows-already', customer: 'F4' } as never)
    const bank = desk.as(reporter)
    expect([(await bank.add(person)).status, (await bank.add(organisation)).status]).toEqual([201, 200])
    expect(banksIn(await bank.own(organisation))[1]).toEqual([reporter])
  })

  it('adds members that nobody knows', async () => {
    await does({ does: 'adds-members' })
    expect(Object.keys(bodyOf(await desk.as(reporter).own(person)))).toEqual(['banks', 'nyttFelt'])
  })

  it('holds and loses customers, and keeps that when it is calm', async () => {
    await does({ does: 'holds', customer: 'F1', since: '2020-01-01' } as never)
    await desk.kfr.calm()
    const bank = desk.as(reporter)
    expect(banksIn(await bank.own(person, { fromDate: '2020-01-01', toDate: '2020-01-01' }))[1]).toEqual([reporter])
    await does({ does: 'loses', customer: 'F1' } as never)
    expect(errorIn(await bank.end(person))).toEqual([404, 'KFR-008'])
    await expect(does({ does: 'loses', customer: 'F2' } as never)).rejects.toThrow(/who F2 is/)
  })

  it('shows an unlawful certificate, which nobody accepts', async () => {
    await does({ does: 'presents', certificate: 'expired' } as never)
    await expect(desk.as(reporter).add(person)).rejects.toThrow()
    while (!desk.seen().some(({ kfr }) => kfr?.operation === 'handshake')) await new Promise((go) => setImmediate(go))
    await desk.kfr.calm()
    expect((await desk.as(reporter).add(person)).status).toBe(201)
  })
})

describe('what is seen of a request', () => {
  it('names fixtures, and no number', async () => {
    const bank = desk.as(reporter)
    await bank.add(person)
    expect(desk.last()).toMatchObject({
      operation: 'add',
      version: '1.1.2',
      institution: reporter,
      type: 'DSOPBANK',
      token: { believed: true, scopes: ['bits:kundeforhold.write'], organisation: reporter },
      customer: { fixture: 'F1', kind: 'person', synthetic: true },
      problems: [],
    })
    expect(desk.last().token?.late).toBeLessThan(0)
    await bank.add('310000183')
    expect(desk.last().customer).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{16}$/),
      kind: 'organisation',
    })
    expect(JSON.stringify(desk.seen())).not.toMatch(new RegExp(`${person}|310000183`))
  })

  it.each([
    ['correlation-id-missing', () => desk.as(reporter).add(person, { CorrelationID: null })],
    ['correlation-id-malformed', () => desk.as(reporter).add(person, { CorrelationID: '1' })],
    ['customer-missing', () => desk.as(reporter).add(null)],
    ['customer-malformed', () => desk.as(reporter).add('1')],
    ['customer-in-url', () => desk.as(reporter).own(organisation, { customer: organisation })],
    ['customer-in-url', () => desk.as(reporter).own(person, { customer: person })],
    ['scheme-missing', () => desk.as(reporter, { authorization: 'eyJhbGciOiJub25lIn0.e30.' }).add(person)],
    ['type-unknown', () => desk.as(reporter).add(person, {}, paths.relationship(reporter, 'BANK'))],
    ['institution-of-another', () => desk.as(reporter).add(person, {}, paths.relationship('310000159'))],
    ['own-without-slash', () => desk.as(reporter).own(person, {}, paths.own(reporter).slice(0, -1))],
    ['dates-not-iso', () => desk.as(reporter).own(person, { fromDate: '1.1.2020' })],
    ['list-malformed', () => desk.as(reporter).batch(writeForm({ list: 'x' }))],
    ['date-malformed', () => desk.as(reporter).batch(writeForm({ list: `${person}#08.11.2019` }))],
    ['no-such-day', () => desk.as(reporter).batch(writeForm({ list: `${person}#2019-02-30` }))],
    ['part-missing', () => desk.as(reporter).batch(without(writeForm({ list: person }), 'customer_type'))],
    ['part-missing', () => desk.as(reporter).batch(without(writeForm({ list: person }), 'customers'))],
    ['file-too-large', () => desk.as(reporter).batch(writeForm({ list: person.padEnd(fileLimits.atMost + 1) }))],
  ] as const)('tells of %s', async (problem, ask) => {
    await ask()
    expect(desk.last().problems).toEqual([problem])
    expect(JSON.stringify(desk.seen())).not.toContain(person)
  })

  it('tells how much there was of a body that is far too large, and reads no more of it', async () => {
    const small = await openDesk(world, { settings: { mostFileBytes: 1000 } })
    try {
      const list = person.padEnd(1_000_000)
      await expect(small.as(reporter).batch(writeForm({ list }))).rejects.toThrow()
      while (small.seen().length === 0) await new Promise((go) => setImmediate(go))
      expect(small.last()).toMatchObject({ operation: 'batch', problems: ['file-too-large'] })
      expect(small.last().batch).toMatchObject({ boundary: 'bare', isCut: true })
      expect(small.last().batch?.fileBytes).toBeGreaterThan(1000)
    } finally {
      await small.close()
    }
  })
})

/** The part of that name lacks its name. */
const without = ({ contentType, body }: Form, name: string): Form => ({
  contentType,
  body: Buffer.from(body.toString().replace(`name="${name}"`, 'name="other"')),
})
