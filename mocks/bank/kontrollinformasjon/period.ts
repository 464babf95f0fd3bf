import type { IsoDate } from '../../../contracts/calendar.ts'

/** Both days are included. */
export interface Period {
  readonly from: IsoDate
  readonly to: IsoDate
}
