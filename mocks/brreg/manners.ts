import { type DetailNames, detailNames } from '../../contracts/konkursvarsel/detail-names.ts'
import type { emptyForms, orders } from '../../contracts/konkursvarsel/stimuli.ts'

/** What no document says of Konkursvarsel, as switches. The defaults are the catalogue's (sections 2 to 6). */
export interface Manners {
  /** Whether `oppdatert/` gives what was registered at the very time that is asked from (section 5). */
  readonly comparison: 'exclusive' | 'inclusive'
  readonly order: (typeof orders)[number]
  readonly emptyList: (typeof emptyForms)[number]
  /** Keys of the detail, so that the real ones can be filled in. */
  readonly names: DetailNames
  /** What a body of an error looks like; `rotating` takes the forms of two sister interfaces, nothing and HTML in turn. */
  readonly errorBodies: 'rotating' | 'none'
  readonly colons: 'raw-or-encoded' | 'raw' | 'encoded'
  /** Other renderings of a time than that of the answers. */
  readonly otherTimes: 'tolerated' | '400'
  /** Whoever shows no certificate: the connection is ended, or the request gets 403. */
  readonly withoutCertificate: 'no-connection' | '403'
  /** `slots`: what is published shows at the next quarter of an hour of a working day (section 6). */
  readonly schedule: 'at-once' | 'slots'
  /** The first of the day's 32 slots. */
  readonly firstSlot: '08:00' | '08:15'
}

export const usualManners: Manners = {
  comparison: 'exclusive',
  order: 'ascending',
  emptyList: 'object',
  names: detailNames,
  errorBodies: 'rotating',
  colons: 'raw-or-encoded',
  otherTimes: 'tolerated',
  withoutCertificate: 'no-connection',
  schedule: 'at-once',
  firstSlot: '08:15',
}
