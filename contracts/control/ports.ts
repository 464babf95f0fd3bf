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
 */
export const controlPort = 8609
export const partyPorts: Readonly<Record<PartyName, number>> = { maskinporten: 8610, certpub: 8611, catalogue: 8612 }

/** The lowest of the parties' ports; the others and the control protocol keep their distance from it. */
export const firstPort = partyPorts.maskinporten
