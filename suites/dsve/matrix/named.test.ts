import { meetNamed } from '../../testing/meet.ts'

/**
 * A few over sockets, one of each way to be wrong: how it fetches, reads, answers and sends. Damaged answers meet every
 * check in replies/damaged.test.ts, and every fault meets every check in the proofs beside this.
 */
meetNamed({
  area: 'dsve',
  half: [
    'confirms-what-was-cut-off',
    'reads-lower-case-names-alone',
    'ignores-returnertil',
    'gives-up-when-an-upload-fails',
  ],
})
