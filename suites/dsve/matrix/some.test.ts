import { meetNamed } from '../../testing/meet.ts'

/** A run takes seconds, so that all faults meet their checks in the proof; some that are told soon, here. */
meetNamed({
  area: 'dsve',
  half: ['drops-what-fails-once', 'confirms-what-was-cut-off', 'sends-as-its-data-centre', 'ignores-returnertil'],
})
