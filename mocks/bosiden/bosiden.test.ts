import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Control } from '../../contracts/control/protocol.ts'
import { scopes } from '../../contracts/kfr/operations.ts'
import type { KfrStimulus } from '../../contracts/kfr/stimuli.ts'
import { lookUpClientId } from '../kfr/clients.ts'
import { type Parties, startParties } from '../parties.ts'

/** Brønnøysundregistrene ask the register for a bostyrer, by a call that names a fixture. */

const [own, customer] = ['310000167', '41845510057']
const debtors = { K1: { id: customer }, K2: { id: own } }

let parties: Parties<'maskinporten' | 'kfr'>
let control: Control
beforeAll(async () => {
  parties = await startParties({ only: ['maskinporten', 'kfr'], debtors })
  control = parties.control({ audience: () => 'https://bank.example', forget: async () => false })
})
afterAll(() => parties.close())

const lookUp = (name: 'K1' | 'K2' | 'K3', from?: string) =>
  control.lookUp({ lookUp: { customer: name, ...(from === undefined ? {} : { from }) } })
const does = (stimulus: { readonly does: string } & Record<string, unknown>) =>
  control.stimulate({ stimulus: { party: 'kfr', ...stimulus } as KfrStimulus })

describe('the look-up', () => {
  it('names whoever the customer is with, as owner or for all that the register knows', async () => {
    // At the bank of KAR K1 is a disponent, and K2 an owner.
    expect(await lookUp('K1')).toMatchObject({ status: 200, code: null, banks: [] })
    await does({ does: 'holds', customer: 'K1', since: '2020-01-01' })
    expect((await lookUp('K1')).banks).toEqual([{ organizationID: '314703103', bankName: 'Banken' }])
    expect((await lookUp('K2')).banks).toEqual([{ organizationID: '310000140', bankName: 'NICS Sparebank' }])
  })

  it('is one that the register sees: with a token of the agency, in 2.0, and with no number of anybody', async () => {
    const { cursor } = await control.observed({ after: 0 })
    await lookUp('K1', '2026-01-31')
    const { seen } = await control.observed({ after: cursor })
    expect(seen.find(({ party }) => party === 'maskinporten')).toMatchObject({
      maskinporten: { clientId: lookUpClientId, scopes: [scopes.relationships], audience: 'issuer' },
    })
    expect(seen.find(({ party }) => party === 'kfr')).toMatchObject({
      path: expect.stringMatching(
        /customerRelationships\?fromDate=2026-01-31&toDate=\d{4}-\d\d-\d\d&onlyPrimaryOwner=TRUE$/,
      ),
      status: 200,
      kfr: {
        operation: 'relationships',
        version: '2.0',
        token: { believed: true, organisation: '974760673', scopes: [scopes.relationships] },
        customer: { fixture: 'K1' },
        problems: [],
      },
    })
    expect(JSON.stringify(seen)).not.toContain(customer)
  })

  it('tells what the register answers when KAR is silent', async () => {
    await does({ does: 'kar-outage' })
    expect(await lookUp('K1')).toMatchObject({ status: 504, banks: [] })
    await control.calm({})
  })

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['nobody has named', () => lookUp('K3'), /Nobody has told bosiden who K3 is; name it among the fixtures/],
    [
      'it gets no token for',
      async () => {
        await control.stimulate({ stimulus: { party: 'maskinporten', does: 'outage' } })
        return lookUp('K1').finally(() => control.calm({}))
      },
      /Maskinporten answered 5\d\d when a token was asked for/,
    ],
  ])('is refused for whom %s', (_case, ask, said) => expect(ask()).rejects.toThrow(said))
})

describe('without a register', () => {
  it('there is nobody to ask', async () => {
    const others = await startParties({ only: ['maskinporten'] })
    const { lookUp: ask } = others.control({ audience: () => 'https://bank.example', forget: async () => false })
    await expect(ask({ lookUp: { customer: 'K1' } })).rejects.toThrow('start it with --party kfr')
    await others.close()
  })
})
