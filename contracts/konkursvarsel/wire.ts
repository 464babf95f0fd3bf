/** Konkursvarsel on the wire: what may stand in a list and in a detail, and what is read of it. */

export { type Detail, parseDetail } from './wire/detail.ts'
export { type Item, type List, parseItem, parseList } from './wire/list.ts'
export {
  type Debitor,
  parseDebitor,
  parseRegistration,
  parseUuid,
  type Registration,
  type RegistrationTime,
  registrationAt,
  type Uuid,
} from './wire/values.ts'
