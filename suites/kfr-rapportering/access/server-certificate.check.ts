import { all, given, inconclusive } from '../../kit/judge/judgement.ts'
import { trouble } from '../acts/trouble.ts'
import { happened } from '../grounds.ts'
import { rowsOf } from '../row.ts'
import { isAbout, kfrOf } from '../sightings.ts'

/** Somebody else stands in the register's place while F37 becomes a customer: nobody may be told of it. */
export default rowsOf(import.meta, trouble)('KFRB-008', ['F37'], ({ events, seen }) =>
  given(happened(events['open F37']), () => {
    const there = seen.filter(({ record }) => record.epoch.endsWith('/wrong-certificate') && record.kfr !== undefined)
    // What was on its way about others came before the certificate was changed.
    const told = there.filter(isAbout('F37', 'add', 'end'))
    const refused = there.filter((one) => kfrOf(one)?.operation === 'handshake')
    if (told.length + refused.length === 0)
      return inconclusive('no-traffic', 'nobody came while the certificate was wrong')
    return all(
      ...refused.map((one) =>
        one.finds(true, { what: 'hangs up before anything is said', expected: 'TLS', at: '/method' }),
      ),
      ...told.map((one) =>
        one.finds(false, { what: 'reports to whom nobody vouches for', expected: 'TLS', at: '/method' }),
      ),
    )
  }),
)
