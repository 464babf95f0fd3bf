import type { Implication, Twins } from '../../relations.ts'
import { accountRows } from './implies-accounts.ts'
import { acrossCatalogues } from './implies-across.ts'
import { requestRows } from './implies-requests.ts'
import { schemaRows } from './implies-schemas.ts'
import { tokenRows } from './implies-tokens.ts'
import { withinCatalogue } from './implies-within.ts'

/**
 * What the rows of this area say of one another, and of konkursvarsel where both ask the account interface.
 *
 * A pair stands here only when both rows ask the same question with the same stimulus, and when the KI row, whose level
 * decides, is not the softer one. Where one row is broader, or softer, it is implied instead: a wrong twin is a false green.
 */
export const sameAs: readonly Twins[] = [
  { rows: ['KI-AUT-001', 'TD-001'], why: 'No Authorization header at all; 401 ACC-010.' },
  { rows: ['KI-AUT-005', 'TD-020'], why: 'One token: alg none, signature empty.' },
  { rows: ['KI-ENC-001', 'JW-01'], why: 'Five base64url parts and nothing around them.' },
  { rows: ['KI-ENC-002', 'JW-08'], why: 'Content-Type of an encrypted answer.' },
  { rows: ['KI-ENC-008', 'JW-07'], why: 'Two equal calls; content keys and IVs differ.' },
  { rows: ['KI-ENC-010', 'CP-03'], why: 'The locator answers with and without a final slash.' },
  { rows: ['KI-ENC-011', 'CP-14'], why: 'The certificate is replaced; the new key is used within the cache time.' },
  { rows: ['KI-ENC-012', 'CP-15'], why: 'No certificate to be had, nothing cached: an error, never plaintext.' },
  { rows: ['KI-ENC-014', 'JW-09'], why: 'Accept application/json to a production profile: encrypted, or 406.' },
  { rows: ['KI-KON-023', 'KV-067'], why: 'A call from Brreg about a customer who never had an opening (P4).' },
  { rows: ['KI-KON-025', 'KV-071'], why: 'A call from Brreg about a party whose opening was deleted (P10).' },
]

export const implies: readonly Implication[] = [
  ...schemaRows,
  ...accountRows,
  ...withinCatalogue,
  ...requestRows,
  ...tokenRows,
  ...acrossCatalogues,
]
