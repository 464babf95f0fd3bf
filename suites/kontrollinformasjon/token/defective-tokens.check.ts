import {
  consumerOrganisationNumber,
  participantIdentifier,
  participantScheme,
  scope,
} from '../../../contracts/kontrollinformasjon/profile.ts'
import { addressOf, withoutSlash } from '../../kit/ask/address.ts'
import { defectiveToken, notEntitled, untrusted, untrustedOrMalformed } from './defective-token.ts'

const otherBank = 'https://dsop.annenbank.example/v2'

/** Of trinn 1, the customer overview (catalogue 5.1): the scope that a bank is most likely to meet beside its own. */
const otherScope = 'bits:kundeforhold'

/** NAV: a consumer of the interface, and not of konkurs. */
const someOtherAgency = '889640782'

/** Lawful in shape: 43 characters, the thumbprint of no key. */
const unknownKid = 'c2Ftc3ZhciBzYW1zdmFyIHNhbXN2YXIgc2Ftc3Zhcg0'

const consumerNamed = (organisationNumber: string) => ({
  authority: participantScheme,
  ID: participantIdentifier(organisationNumber),
})

/** Tokens that a bank refuses although the call around them is lawful (catalogue 5.1; probes of maskinporten.md 6). */
export default [
  defectiveToken(import.meta, {
    verifies: 'KI-AUT-003',
    refusal: untrusted,
    // Each is made lawful only after it was signed, so whoever does not check the signature serves it.
    recipes: () => ({
      'another client': { altered: { client_id: 'b1d6c2c9-6a4d-4f9e-9f43-0a3b6a1f7c55' } },
      'Brønnøysundregistrene in place of another consumer': {
        claims: { consumer: consumerNamed(someOtherAgency) },
        altered: { consumer: consumerNamed(consumerOrganisationNumber) },
      },
      'the scope in place of another': { claims: { scope: otherScope }, altered: { scope } },
      'the audience in place of another': { claims: { aud: otherBank }, altered: { aud: '{audience}' } },
    }),
  }),
  defectiveToken(import.meta, {
    verifies: 'KI-AUT-004',
    refusal: untrusted,
    recipes: () => ({
      'known kid': { signature: 'unknown-key' },
      'unknown kid': { signature: 'unknown-key', header: { kid: unknownKid } },
      'no kid': [{ signature: 'unknown-key', header: { kid: null } }, untrustedOrMalformed],
      'the key in the header': { signature: 'unknown-key-jwk' },
      'the key in the header, unknown kid': { signature: 'unknown-key-jwk', header: { kid: unknownKid } },
      'the certificate in the header': { signature: 'unknown-key-x5c' },
      'the certificate in the header, unknown kid': { signature: 'unknown-key-x5c', header: { kid: unknownKid } },
      'the address of the key set in the header': {
        issuer: 'other',
        claims: { iss: '{issuer}' },
        header: { jku: '{keys}' },
      },
    }),
  }),
  defectiveToken(import.meta, {
    verifies: 'KI-AUT-005',
    refusal: untrustedOrMalformed,
    recipes: () => ({
      unsigned: { header: { alg: 'none' }, signature: 'none' },
      // A list of refused names is often compared letter for letter, and the name of the algorithm is not.
      'unsigned, written None': { header: { alg: 'None' }, signature: 'none' },
      'unsigned, written NONE': { header: { alg: 'NONE' }, signature: 'none' },
      'unsigned, written nOnE': { header: { alg: 'nOnE' }, signature: 'none' },
      'an empty signature': { signature: 'none' },
    }),
  }),
  defectiveToken(import.meta, {
    verifies: 'KI-AUT-006',
    refusal: untrusted,
    recipes: () => ({
      'secret is the PEM text': { header: { alg: 'HS256' }, signature: 'hmac-spki-pem' },
      'secret is the PEM text without its last line break': {
        header: { alg: 'HS256' },
        signature: 'hmac-spki-pem-trimmed',
      },
      'secret is the DER key': { header: { alg: 'HS256' }, signature: 'hmac-spki-der' },
      'secret is the JWK text': { header: { alg: 'HS256' }, signature: 'hmac-jwk' },
    }),
  }),
  defectiveToken(import.meta, {
    verifies: 'KI-AUT-007',
    refusal: untrusted,
    recipes: () => ({
      'a lawful token of another issuer': { issuer: 'other' },
      'another issuer in the text': { claims: { iss: 'https://maskinporten.example/' } },
      'an issuer whose name begins with the right one': { claims: { iss: '{issuer}annen/' } },
      'an issuer whose name holds the right one': { claims: { iss: 'https://maskinporten.example/?{issuer}' } },
      'no issuer': { claims: { iss: null } },
    }),
  }),
  defectiveToken(import.meta, {
    verifies: 'KI-AUT-008',
    refusal: untrusted,
    recipes: () => ({ 'expired five minutes ago': { issued: -420, expires: -300 } }),
  }),
  defectiveToken(import.meta, {
    verifies: 'KI-AUT-011',
    refusal: untrusted,
    recipes: (audience) => ({
      'audience is another bank': { claims: { aud: otherBank } },
      'no audience': { claims: { aud: null } },
      'audience is the beginning of the base URL': { claims: { aud: withoutSlash(audience).slice(0, -1) } },
      'audience goes on behind the base URL': { claims: { aud: addressOf(audience, '/andre') } },
    }),
  }),
  defectiveToken(import.meta, {
    verifies: 'KI-AUT-013',
    refusal: notEntitled,
    recipes: () => ({
      'the scope of trinn 1': { claims: { scope: otherScope } },
      'the scopes of trinn 1': { claims: { scope: `${otherScope} ${otherScope}.konto` } },
      'a scope of somebody else': { claims: { scope: 'nav:samsvar' } },
      'no scope': { claims: { scope: null } },
    }),
  }),
]
