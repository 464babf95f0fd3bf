import { say } from '../http/traffic.ts'
import type { BrregOptions } from './brreg.ts'
import { contextOf } from './context.ts'
import type { Manners } from './manners.ts'

/** How Brreg can be awkward within what no document says, or wrong, from its start on. */

export type BrregMakes = Pick<BrregOptions, 'manners' | 'parts'>

const manner = (story: string, manners: Partial<Manners>) => ({ story, makes: { manners } })
const replaced = (story: string, parts: NonNullable<BrregOptions['parts']>) => ({ story, makes: { parts } })

export const brregFaults: Readonly<Record<string, { readonly story: string; readonly makes: BrregMakes }>> = {
  'brreg-inclusive': manner('What was registered at the very time that is asked from comes again (KV-026).', {
    comparison: 'inclusive',
  }),
  'brreg-descending': manner('Lists begin with the latest notice (KV-054).', { order: 'descending' }),
  'brreg-shuffled': manner('Lists have no order (KV-054).', { order: 'shuffled' }),
  'brreg-empty-array': manner('An empty list is an empty array in _embedded (KV-018).', { emptyList: 'array' }),
  'brreg-empty-links': manner('An empty list is an object with _links alone (KV-018).', { emptyList: 'links' }),
  'brreg-bare-errors': manner('Errors have no body.', { errorBodies: 'none' }),
  'brreg-strict-times': manner('A time in another form than that of the answers is answered 400 (KV-013).', {
    otherTimes: '400',
  }),
  'brreg-encoded-colons': manner('Colons in the path are answered 400 where they are not percent-encoded (KV-014).', {
    colons: 'encoded',
  }),
  'brreg-raw-colons': manner('Colons in the path are answered 400 where they are percent-encoded (KV-014).', {
    colons: 'raw',
  }),
  'brreg-says-403': manner('Whoever shows no certificate gets 403, and is not hung up on.', {
    withoutCertificate: '403',
  }),
  'brreg-slots': manner(
    'What is published shows at the next quarter of an hour of a working day, from 08:15 to 16:00.',
    {
      schedule: 'slots',
    },
  ),
  'brreg-slots-from-eight': manner('The same, from 08:00 to 15:45.', { schedule: 'slots', firstSlot: '08:00' }),
  'brreg-outage': replaced('Every answer is 503 (KV-020).', {
    failOnOutage: (_request, response) => {
      say(response, 'out of service on purpose')
      contextOf(response).services.refuse(response, 503)
    },
  }),
  'brreg-without-details': replaced('Every detail is answered 500 (KV-035).', {
    showDetail: (_request, response) => {
      say(response, 'no details on purpose')
      contextOf(response).services.refuse(response, 500)
    },
  }),
}
