import type { Sighting } from '../../kit/ask/witness.ts'
import { all, given, inconclusive, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { trouble } from '../acts/trouble.ts'
import { sceneOf, wrongOnes } from '../acts/wrong-certificates.ts'
import { happened } from '../grounds.ts'
import { rowsOf } from '../row.ts'
import { isAbout, kfrOf } from '../sightings.ts'

/** Somebody else stands in the register's place while F37 becomes a customer: nobody may be told of it. */
export default rowsOf(import.meta, trouble)('KFRB-008', ['F37'], ({ events, seen }) =>
  given(happened(events['open F37']), () => {
    // Whoever hung up may have come about somebody else.
    if (!seen.some(isAbout('F37', 'add')))
      return inconclusive('no-traffic', 'F37 was not reported, neither while the certificate was wrong nor afterwards')
    const met = wrongOnes.map((certificate) =>
      labelled(certificate, during(seen.filter(({ record }) => record.epoch.endsWith(`/${sceneOf(certificate)}`)))),
    )
    // Whoever has told the first one has nothing left to tell the next.
    const leak = met.findIndex((one) => one.some((outcome) => 'weight' in outcome && outcome.weight === 'breach'))
    return leak < 0 ? all(...met) : all(...met.slice(0, leak + 1))
  }),
)

function during(seen: readonly Sighting[]): Judgement {
  // What was on its way about others came before the certificate was changed.
  const told = seen.filter(isAbout('F37', 'add', 'end'))
  const refused = seen.filter((one) => kfrOf(one)?.operation === 'handshake')
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
}
