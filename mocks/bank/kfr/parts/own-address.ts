import type { IsoDate } from '../../../../contracts/calendar.ts'
import { paths, queryNames } from '../../../../contracts/kfr/operations.ts'
import type { Settings } from '../model.ts'

/** With its slash at the end, and ISO dates (KFRB-045). */
export const ownAddress = ({ baseUrl, institution }: Settings, day: IsoDate): string =>
  `${baseUrl}${paths.own(institution)}?${queryNames.from}=${day}&${queryNames.to}=${day}`
