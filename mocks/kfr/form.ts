import type { WrongElement } from '../../contracts/kfr/batch/grammar.ts'
import type { Boundary } from '../../contracts/kfr/batch/multipart.ts'
import type { SpoolWriter } from './store/spool.ts'

/** The form of a batch, as it was read to its end. */
export interface ReadForm {
  readonly id: string
  readonly writer: SpoolWriter
  readonly boundary: Boundary
  /** Begins and ends with the boundary of the header. */
  readonly opens: boolean
  readonly closes: boolean
  /** What stands in `customer_type`, trimmed; null where the part is missing. */
  readonly type: string | null
  readonly hasList: boolean
  /** Whether blanks or line ends stand around the values of the parts. */
  readonly hasBlanks: boolean
  readonly tooLarge: boolean
  readonly wrong: WrongElement | null
}
