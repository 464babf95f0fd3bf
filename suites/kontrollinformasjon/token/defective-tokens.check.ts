import { defectiveToken, untrusted, untrustedOrMalformed } from './defective-token.ts'

/** Tokens that a bank refuses although the call around them is lawful (catalogue 5.1; probes of maskinporten.md 6). */
export default [
  defectiveToken(import.meta, {
    verifies: 'KI-AUT-005',
    refusal: untrustedOrMalformed,
    recipes: () => ({ unsigned: { header: { alg: 'none' }, signature: 'none' } }),
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
    verifies: 'KI-AUT-008',
    refusal: untrusted,
    recipes: () => ({ 'expired five minutes ago': { issued: -420, expires: -300 } }),
  }),
  defectiveToken(import.meta, {
    verifies: 'KI-AUT-011',
    refusal: untrusted,
    recipes: (audience) => ({
      'audience is another bank': { claims: { aud: 'https://dsop.annenbank.example/v2' } },
      'no audience': { claims: { aud: null } },
      'audience is the beginning of the base URL': { claims: { aud: audience.slice(0, -1) } },
      'audience goes on behind the base URL': { claims: { aud: `${audience}/andre` } },
    }),
  }),
]
