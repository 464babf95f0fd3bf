/** Fixed values of the konkurs profile (catalogue, sections 1.3, 5.1, 5.5 and 6.1). */

/** What Brreg's bosiden sends as Legal-Mandate, before encoding. No blank stands between § and the number. */
export const legalMandate = 'kkl. §156 (3) og (4), jf. kkfor.§21'

/** As it goes over the wire: UTF-8, percent-encoded. */
export const encodedLegalMandate = encodeURIComponent(legalMandate)

export const scope = 'bits:kontoinformasjon'

/** Brønnøysundregistrene, the only consumer of the konkurs profile. */
export const consumerOrganisationNumber = '974760673'

/** ISO 6523 form of an organisation number, as tokens and CertPub write it. */
export const participantIdentifier = (organisationNumber: string) => `0192:${organisationNumber}`

export const participantScheme = 'iso6523-actorid-upis'
export const processScheme = 'bdx-procid-dsop'
export const processIdentifier = 'urn:fdc:bits.no:2018:dsop:account:1.0'

/** Seconds that an access token lives in this solution. */
export const tokenLifetime = 120

/** How far before `kjennelsesdato` the period may begin, in calendar months. */
export const monthsBeforeRuling = 12
