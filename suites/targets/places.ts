import { versions } from '../../contracts/kfr/operations.ts'
import {
  consumerOrganisationNumber,
  participantIdentifier,
  participantScheme,
  processIdentifier,
  processScheme,
} from '../../contracts/kontrollinformasjon/profile.ts'
import type { Parties } from '../../mocks/parties.ts'

/** One address of a party: what it is, and where. */
export interface Place {
  readonly what: string
  readonly url: string
  /** Requests that show it at work. */
  readonly examples: readonly string[]
  /** Whether callers show a certificate. */
  readonly asksForCertificate?: true
}

const agency = `${participantScheme}::${participantIdentifier(consumerOrganisationNumber)}`
const account = `${processScheme}::${processIdentifier}`

/** @param bank its organisation number, of whom AKELDO may be asked */
export function placesOf(parties: Partial<Parties>, bank: string): readonly Place[] {
  const { maskinporten, issuers, certpub, catalogue, brreg } = parties
  const places: Place[] = []
  if (maskinporten !== undefined) {
    const { issuer, metadataUrl, url } = maskinporten
    places.push({ what: 'Maskinporten', url: issuer, examples: [metadataUrl, `${url}/jwk`] })
  }
  if (certpub !== undefined) {
    const { locatorUrl, publisherUrl } = certpub
    const publisher = `${publisherUrl.replace(/\/$/, '')}/api/v1/${agency}/${account}`
    places.push({ what: 'CertPub', url: locatorUrl, examples: [`${locatorUrl}/lookup/v2/${agency}`, publisher] })
  }
  if (catalogue !== undefined) {
    const { harvestUrl } = catalogue
    const examples = [`${harvestUrl}/Kontrollinformasjon?envelope=false`]
    places.push({ what: 'Endpoint catalogue', url: harvestUrl, examples })
  }
  if (brreg !== undefined) {
    const examples = [`${brreg.url}/konkursvarsler`, `${brreg.url}/konkursvarsler/oppdatert/2026-01-01T00:00:00.000Z`]
    places.push({ what: 'Konkursvarsel', url: brreg.url, examples, asksForCertificate: true })
  }
  places.push(...dsvePlaces(parties, bank), ...kfrPlaces(parties))
  if (maskinporten !== undefined && issuers !== undefined) {
    places.push({ what: 'Production issuer', url: issuers.production.issuer, examples: [] })
    places.push({ what: 'Issuer of nobody', url: issuers.other.issuer, examples: [] })
  }
  return places
}

/** Nobody without a token either. */
const kfrPlaces = ({ kfr }: Partial<Parties>): readonly Place[] =>
  kfr === undefined
    ? []
    : versions.map((version) => ({
        what: `KFR ${version}`,
        url: kfr.baseUrl(version),
        examples: [],
      }))

/** The broker answers nobody without a token, so that no line shows it at work. */
function dsvePlaces({ 'altinn-broker': broker, akeldo, megler }: Partial<Parties>, bank: string): readonly Place[] {
  const places: Place[] = []
  if (broker !== undefined) {
    places.push({ what: 'Altinn Broker', url: broker.transfersUrl, examples: [] })
    places.push({ what: 'Altinn Events', url: broker.subscriptionsUrl, examples: [] })
    places.push({ what: 'Altinn token', url: broker.exchangeUrl, examples: [] })
  }
  if (akeldo !== undefined) {
    const { actorsUrl } = akeldo
    places.push({ what: 'AKELDO', url: actorsUrl, examples: [actorsUrl, `${actorsUrl}/${bank}`] })
  }
  if (megler !== undefined) places.push({ what: 'The megler', url: megler.hookUrl, examples: [] })
  return places
}
