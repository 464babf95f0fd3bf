import { defineCheck } from '../../kit/run/check.ts'
import { caseOf } from '../bosiden.ts'
import { askAsItIs, servedAsItIs } from '../served-as-it-is.ts'

/** The list call has the spelling of OAS2. Where it is not served, the spelling of the profile's table (F8) is tried. */
export default defineCheck(import.meta, {
  verifies: 'KI-REQ-011',
  needs: ['P1'],
  ask: ({ ask, target }) => askAsItIs(ask, caseOf(target, 'P1').list, [{ query: { onlyPrimaryOwner: 'true' } }]),
  judge: (list) => servedAsItIs(list, 'a list call with OnlyPrimaryOwner, as OAS2 spells it, should be served'),
})
