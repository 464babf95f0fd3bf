import type { PartyName } from './protocol.ts'

/**
 * Where `samsvar mocks` listens unless it is told otherwise. A bank writes these addresses into its own settings once.
 *
 * | port | who |
 * |---|---|
 * | 8609 | the control protocol, http |
 * | 8610 | Maskinporten, https |
 * | 8611 | CertPub, locator and publisher, https |
 * | 8612 | the endpoint catalogue, https |
 * | 8613 | the issuer of the production environment, https: no instance of the test environment may trust it |
 * | 8614 | an issuer of nobody, https: no instance at all may trust it |
 * | 8615 | Brønnøysundregistrene, konkursvarsel, https with a client certificate |
 * | 8616 | Altinn Broker, with token exchange and Altinn Events, https |
 * | 8617 | AKELDO, https |
 * | 8618 | the megler, who hears of events there, https |
 * | 8619 | Kundeforholdsregisteret, https |
 */
export const controlPort = 8609
export const partyPorts: Readonly<Record<Listening, number>> = {
  maskinporten: 8610,
  certpub: 8611,
  catalogue: 8612,
  'production-issuer': 8613,
  'other-issuer': 8614,
  brreg: 8615,
  'altinn-broker': 8616,
  akeldo: 8617,
  megler: 8618,
  kfr: 8619,
}

/** Who has a socket of its own: the parties, and the issuers that are started with Maskinporten. */
export type Listening = PartyName | 'production-issuer' | 'other-issuer'

/** The lowest of the parties' ports; the others and the control protocol keep their distance from it. */
export const firstPort = partyPorts.maskinporten
