import {
  consumerOrganisationNumber,
  participantIdentifier,
  participantScheme,
  processIdentifier,
  processScheme,
} from '../../../contracts/kontrollinformasjon/profile.ts'
import type { Observation } from '../../../contracts/report/evidence.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import { noticed } from '../../kit/judge/finding.ts'
import { all, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { served } from '../operations.ts'
import { isSealed } from './sealed.ts'

/** What CertPub was asked before an answer was sealed (reading: lookups-at-certpub). */

const participant = `${participantScheme}::${participantIdentifier(consumerOrganisationNumber)}`
const process = `${processScheme}::${processIdentifier}`

/** One of the two lookups of CertPub (catalogue 5.5): which requests are it at all, and which are right. */
interface Lookup {
  readonly what: string
  readonly isOne: RegExp
  readonly expected: string
}

const locator: Lookup = {
  what: 'the locator should be asked for the consumer',
  isOne: /\/lookup\/v2\//,
  expected: `/lookup/v2/${participant}`,
}

const publisher: Lookup = {
  what: 'the publisher should be asked for the consumer and the fixed process',
  isOne: /\/api\/v1\//,
  expected: `/api/v1/${participant}/${process}`,
}

/** Without the query, percent-decoded: clients may write the colons either way (maskinporten.md 2.1). */
function decoded({ path }: Observation): string {
  const [bare = ''] = path.split('?')
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}

/** The request with a role is answered alike; without one is what DSOP agreed (maskinporten.md 2.2). */
const rightWith = (path: string, { expected }: Lookup) =>
  path.endsWith(expected) ? 'note' : path.endsWith(`${expected}/REQUEST`) ? 'tolerated' : null

function isAsked(list: Answer, seen: readonly Observation[], lookup: Lookup): Judgement {
  const paths = seen.map(decoded).filter((path) => lookup.isOne.test(path))
  const weights = paths.map((path) => rightWith(path, lookup))
  const weight = weights.includes('note') ? 'note' : weights.includes('tolerated') ? 'tolerated' : 'breach'
  const { what, expected } = lookup
  return [noticed(list.exchange, seen, { what, weight, expected, at: 'certpub' }, () => paths)]
}

const asks = (seen: readonly Observation[], { isOne }: Lookup) => seen.some((one) => isOne.test(decoded(one)))

/**
 * A bank that asks the publisher alone may know the publisher from before. One that asks the locator alone and serves a
 * sealed answer has its certificate from elsewhere.
 */
export function judgeLookups(list: Answer, seen: readonly Observation[]): Judgement {
  const [asksLocator, asksPublisher] = [asks(seen, locator), asks(seen, publisher)]
  const isServed = all(served(list), isSealed(list))
  if (!asksLocator && !asksPublisher)
    return given(isServed, () =>
      inconclusive('cache-warm', 'the bank asked CertPub nothing, so it had the certificate'),
    )
  return all(
    asksLocator
      ? isAsked(list, seen, locator)
      : inconclusive('cache-warm', 'the bank asked the publisher alone, so it knew from before whom to ask'),
    asksPublisher ? isAsked(list, seen, publisher) : given(isServed, () => isAsked(list, seen, publisher)),
  )
}
