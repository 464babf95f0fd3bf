/** What the run holds that somebody could try to do to a report, and what no report may tell. Synthetic. */

export const hostile = `<script>alert(1)</script> ]]> "'&amp; \u0000\u0007\u001b[31m \u202egnal\u202c æøå ÆØÅ 🏦\ud800`
export const long = `${'ære være øvelsen på åsen, '.repeat(20).slice(0, 499)}.`

/** Fødselsnummer, and a D-number, with 80 added to the month. The second check digit is that of an account: each is one, too. */
export const person = '01895612045'
export const unknownPerson = '53847012079'
export const organisation = '910000004'
export const blocked = '12345678903'
export const unknownAccount = '86011117947'
export const secret = 'hunter2-Tr0ub4dor&3'
export const token = [{ alg: 'RS256', kid: 'k1' }, { iss: 'https://issuer.test/', scope: 'bits:kontoinformasjon' }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat(Buffer.from('signature of nobody').toString('base64url'))
  .join('.')
export const sealed = `${Buffer.from('{"alg":"RSA-OAEP-256","enc":"A128CBC-HS256"}').toString('base64url')}.a2V5a2V5a2V5.aXZpdml2aXY.Y2lwaGVydGV4dA.dGFndGFn`
export const pem = `-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----`
