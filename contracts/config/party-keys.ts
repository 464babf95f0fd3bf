import { type TokenIssuer, tokenIssuers } from '../control/protocol.ts'

/**
 * What of the parties stays the same from run to run, so that nothing which a bank has cached or trusts goes stale:
 * plain texts, ready to be written into the keystore as its optional member `parties`. Server certificates are not
 * among them: the root issues new ones at every start. Every private key is PKCS #8 PEM, every certificate X.509 PEM.
 */
export interface PartyKeys {
  /** The test authority (EC P-256), to which everything else chains. */
  readonly root: KeyAndCertificate
  /** RSA keys that sign access tokens, by issuer. A `kid` is not kept: it is the key's RFC 7638 thumbprint. */
  readonly issuers: Readonly<Record<TokenIssuer, string>>
  /** Brønnøysundregistrene: its certificate is published at CertPub, and its key opens what a bank seals. */
  readonly consumer: KeyAndCertificate
  /** Fixture C2: another agency that reads accounts. */
  readonly secondAgency: KeyAndCertificate
  /** The enterprise certificate of the bank, where it calls: Brreg with it, and Maskinporten for Altinn Broker. */
  readonly bank?: KeyAndCertificate
}

export interface KeyAndCertificate {
  readonly privateKey: string
  readonly certificate: string
}

const privateKey = { type: 'string', pattern: '-----BEGIN PRIVATE KEY-----' } as const
const certificate = { type: 'string', pattern: '-----BEGIN CERTIFICATE-----' } as const
const pair = {
  type: 'object',
  properties: { privateKey, certificate },
  required: ['privateKey', 'certificate'],
  additionalProperties: false,
} as const

/** The shape above as JSON Schema, for the keystore's. Whether a key belongs to its certificate is seen at the start. */
export const partyKeysSchema = {
  type: 'object',
  properties: {
    root: pair,
    issuers: {
      type: 'object',
      properties: Object.fromEntries(tokenIssuers.map((name) => [name, privateKey])),
      required: [...tokenIssuers],
      additionalProperties: false,
    },
    consumer: pair,
    secondAgency: pair,
    bank: pair,
  },
  required: ['root', 'issuers', 'consumer', 'secondAgency'],
  additionalProperties: false,
} as const
