import { meetNamed } from '../../testing/meet.ts'

/** A file takes seconds to be taken in, so that all faults meet their checks in the proof; some that need none, here. */
meetNamed({
  area: 'kfr-rapportering',
  half: ['reports-guarantors', 'reports-the-end-of-every-relation', 'takes-200-for-an-error'],
})
