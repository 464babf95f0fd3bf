import type { Letter } from '../letter.ts'
import { requestIn } from './is-ours.ts'

/** Who settles waits for money to move: innfrielse goes before restgjeld (DSVE-181). */
export const inOrder = (letters: readonly Letter[]): readonly Letter[] =>
  letters.toSorted((one, other) => Number(isRestgjeld(one)) - Number(isRestgjeld(other)))

const isRestgjeld = ({ overview }: Letter) => requestIn(overview?.propertyList ?? {}) === 'restgjeldsforespoersel'
