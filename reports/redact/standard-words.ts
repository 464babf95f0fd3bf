import { enumerations } from '../../contracts/kontrollinformasjon/enumerations.ts'

/** Words that belong to the interface and to nobody: they are shown wherever an enumeration is due, in any case. */

const folded = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '')

const others =
  'kid jwt jose jwe jws bearer basic invalid_token invalid_request insufficient_scope invalid_client at+jwt ' +
  'application/json application/jose next self prev previous first last transactions cards accounts roles ' +
  'certpub maskinporten consumer get post put delete head options patch reference external'

const standard = new Set([...Object.values(enumerations).flat(), ...others.split(' ')].map(folded))

/** Algorithms of JOSE (RFC 7518). */
const algorithm =
  /^(?:none|(?:HS|RS|PS|ES)\d{3}|RSA|RSA1_5|RSA-OAEP(?:-\d{3})?|EdDSA|dir|ECDH-ES(?:\+A\d{3}KW)?|A\d{3}(?:CBC-HS\d{3}|GCM|KW|GCMKW))$/i

export const isStandardWord = (text: string) => standard.has(folded(text)) || algorithm.test(text.trim())

/** Names of members of the account interface that are not told apart by their values (catalogue 2.1–2.8). */
const members = new Set(
  (
    'responseDetails versionNumber primaryOwner servicer identifier links accountNumber paymentCard cardIssuerIdentifier ' +
    'postalAddress transactionCode reversalIndicator currencyExchange creditLineIncluded accounts account transactions ' +
    'cards balances counterParties references roles embedded consumer supplier claims header protected payload sub scopes'
  ).split(' '),
)
export const isMemberName = (name: string) => members.has(name)
