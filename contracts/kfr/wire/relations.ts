import { type OrganisationNumber, parseOrganisationNumber } from '../../identity/organisation-number.ts'
import { type Parsed, parsed, refused } from '../../parsed.ts'
import type { KfrVersion } from '../operations.ts'

/** The answers of look-ups (catalogue, section 2.3). */

export const ownershipTypes = ['primaryOwner', 'notPrimaryOwner', 'unknown'] as const
export type OwnershipType = (typeof ownershipTypes)[number]

/** One institution where somebody is, or was, a customer. */
export interface Relation {
  readonly organizationID: OrganisationNumber
  readonly bankName: string
  readonly activeAccount: boolean
  /** Where it was asked for, in 2.0. */
  readonly ownershipType?: OwnershipType
}

export interface Provider {
  readonly organisationNumber: OrganisationNumber
  readonly bankName: string
}

export const relationsBody = (banks: readonly Relation[]) => ({ banks })

/** 1.1.2 kept another spelling here than in the lists. `compat` writes both. */
export function providerBody(
  { organisationNumber, bankName }: Provider,
  version: KfrVersion,
  { compat = false }: { readonly compat?: boolean } = {},
) {
  const old = { organizationId: organisationNumber }
  const spelt = { organizationID: organisationNumber }
  return { ...(compat ? { ...old, ...spelt } : version === '2.0' ? spelt : old), bankName }
}

type Fields = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Unknown members are passed over; one row that is broken breaks the list, since a missing bank would be silent. */
export function parseRelations(body: unknown): Parsed<readonly Relation[]> {
  const expected = 'banks, a list of organizationID, bankName and activeAccount'
  if (!isObject(body) || !Array.isArray(body.banks)) return refused('shape', expected)
  const relations: Relation[] = []
  for (const row of body.banks as readonly unknown[]) {
    const relation = relationIn(row)
    if (relation === null) return refused('shape', expected)
    relations.push(relation)
  }
  return parsed(relations)
}

function relationIn(row: unknown): Relation | null {
  if (!isObject(row)) return null
  const number = parseOrganisationNumber(row.organizationID)
  const { bankName, activeAccount } = row
  if (!number.ok || typeof bankName !== 'string' || typeof activeAccount !== 'boolean') return null
  const ownershipType = ownershipTypes.find((type) => type === row.ownershipType)
  if (row.ownershipType !== undefined && ownershipType === undefined) return null
  const shared = { organizationID: number.value, bankName, activeAccount }
  return ownershipType === undefined ? shared : { ...shared, ownershipType }
}

export function parseProvider(body: unknown, version: KfrVersion): Parsed<Provider> {
  const member = version === '2.0' ? 'organizationID' : 'organizationId'
  const expected = `${member} and bankName`
  if (!isObject(body) || typeof body.bankName !== 'string') return refused('shape', expected)
  const number = parseOrganisationNumber(body[member])
  return number.ok ? parsed({ organisationNumber: number.value, bankName: body.bankName }) : number
}
