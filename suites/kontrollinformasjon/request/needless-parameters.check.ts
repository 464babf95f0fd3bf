import type { Changes } from '../../kit/ask/request.ts'
import { forEach } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { onEachOperation } from '../operations.ts'
import { askAsItIs, servedAsItIs } from '../served-as-it-is.ts'
import { optionalHeaders } from './optional-headers.ts'

/** Calls leave out what need not be there. Where one is not served, it is put again with that. */

const withoutOptionalHeaders: Check = defineCheck(import.meta, {
  verifies: 'KI-REQ-018',
  needs: ['P1'],
  ask: (doors) =>
    onEachOperation(doors, 'P1', (operation) => askAsItIs(doors.ask, operation, [{ headers: optionalHeaders }])),
  judge: (operations) =>
    forEach(operations, (one) => servedAsItIs(one, `should be served without ${names(optionalHeaders)}`)),
})

const withoutParty: Check = defineCheck(import.meta, {
  verifies: 'KI-REQ-025',
  needs: ['P1'],
  ask: async (doors) => {
    const headers = { PartyID: caseOf(doors.target, 'P1').debtor.id }
    const query = { OnlyPrimaryOwner: 'true' }
    const wrongs: readonly Changes[] = [{ headers }, { query }, { headers, query }]
    const all = await onEachOperation(doors, 'P1', (operation) => askAsItIs(doors.ask, operation, wrongs))
    return all.filter(({ label }) => label !== 'accounts')
  },
  judge: (operations) =>
    forEach(operations, (one) => servedAsItIs(one, 'should be served without PartyID and OnlyPrimaryOwner')),
})

const names = (headers: object) => Object.keys(headers).join(', ')

export default [withoutOptionalHeaders, withoutParty]
