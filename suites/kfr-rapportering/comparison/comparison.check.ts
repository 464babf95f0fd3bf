import { given, notApplicable } from '../../kit/judge/judgement.ts'
import { compared } from '../acts/comparison.ts'
import { each, isHeard } from '../grounds.ts'
import { rowsOf } from '../row.ts'
import { isOperation, kfrOf } from '../sightings.ts'

/** The bank looks whether the register has whom it should. No document says that it must. */

const row = rowsOf(import.meta, compared)

export default [
  row('KFRB-044', ['F35'], (evidence) => isHeard(evidence.events['comparison F35'], evidence)),
  row('KFRB-045', [], ({ seen }) =>
    each(
      seen,
      isOperation('own'),
      (sighting) =>
        sighting.finds(
          kfrOf(sighting)?.problems.some((one) => one === 'own-without-slash' || one === 'dates-not-iso') === false,
          { what: 'has the slash at its end, and days', expected: [], at: '/kfr/problems' },
        ),
      notApplicable('did-not-occur', 'the bank does not use the own look-up'),
    ),
  ),
  row('KFRB-046', ['F35', 'F36'], (evidence) =>
    given(isHeard(evidence.events['comparison F35'], evidence), () =>
      isHeard(evidence.events['comparison F36'], evidence),
    ),
  ),
]
