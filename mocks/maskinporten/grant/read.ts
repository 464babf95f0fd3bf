import type { Assertion, GrantClaims, GrantHeader } from './grant.ts'
import { claimRules, headerRules, type MemberRules } from './members.ts'
import { type Refusal, refuse } from './refusals.ts'

/** From the form to the assertion: rows 2 and 3 of the catalogue's table 1.4. */

export const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

export function readForm(body: string): { readonly assertion: string } | Refusal {
  // Some clients send the colons of grant_type unescaped; both forms decode to the same text.
  const form = new URLSearchParams(body)
  const [type, ...moreTypes] = form.getAll('grant_type')
  if (type !== grantType || moreTypes.length > 0) return refuse('unsupported-grant-type')
  const [assertion, ...more] = form.getAll('assertion')
  if (assertion === undefined || more.length > 0) return invalid('assertion')
  return { assertion }
}

export function readAssertion(compact: string): Assertion | Refusal {
  const parts = compact.split('.')
  const [header, claims, signature] = parts
  if (parts.length !== 3 || header === undefined || claims === undefined || !isBase64Url(signature)) {
    return invalid('assertion')
  }
  const readHeader = decodedObject(header)
  const readClaims = decodedObject(claims)
  if (readHeader === null || readClaims === null) return invalid('assertion')
  const wrong = firstWrong(readHeader, headerRules) ?? firstWrong(readClaims, claimRules)
  if (wrong !== undefined) return invalid(wrong)
  return {
    header: readHeader as unknown as GrantHeader,
    claims: readClaims as unknown as GrantClaims,
    input: `${header}.${claims}`,
    signature: Buffer.from(signature, 'base64url'),
  }
}

const invalid = (what: string) => refuse('assertion-invalid', { what })

type Members = Readonly<Record<string, unknown>>

const isBase64Url = (text: string | undefined): text is string => text !== undefined && /^[\w-]+$/.test(text)

function decodedObject(part: string): Members | null {
  if (!isBase64Url(part)) return null
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null
  } catch {
    return null
  }
}

/** The first member that is unknown, missing or of the wrong type. The name of an unknown one is not echoed whole. */
function firstWrong(members: Members, { known, required, together }: MemberRules): string | undefined {
  for (const [name, value] of Object.entries(members)) {
    const accepts = Object.hasOwn(known, name) ? known[name] : undefined
    if (!accepts?.(value)) return name.slice(0, 40)
  }
  return required.find((name) => members[name] === undefined) ?? together(members)
}
