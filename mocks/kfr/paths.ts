import { type KfrOperation, type KfrVersion, operations, versions } from '../../contracts/kfr/operations.ts'

/** What a raw address asks for. How a segment is encoded is a matter of the parts. */

export interface Asked {
  /** Null where no operation lies. */
  readonly operation: KfrOperation | null
  /** False for another method than that of the operation. */
  readonly methodFits: boolean
  readonly version: KfrVersion
  readonly institution?: string
  readonly type?: string
  /** The own look-up without its slash at the end. */
  readonly withoutSlash?: true
}

const institutions = `/customers/financialInstitutions/([^/]+)`
const shapes: readonly (readonly [RegExp, readonly KfrOperation[]])[] = [
  [new RegExp(`^${institutions}/relationshipType/([^/]+)$`), ['add', 'end']],
  [new RegExp(`^${institutions}/batch$`), ['batch']],
  [new RegExp(`^${institutions}/?$`), ['own']],
  [/^\/customers\/customerRelationships$/, ['relationships']],
  [/^\/customers\/accountServicingProvider$/, ['provider']],
]

export function read(method: string, url: string, basePaths: Readonly<Record<KfrVersion, string>>): Asked {
  const [path = ''] = url.split('?')
  // The longer base first: one may begin with the other.
  const byLength = versions.toSorted((one, other) => basePaths[other].length - basePaths[one].length)
  const version = byLength.find((one) => path.startsWith(`${basePaths[one]}/`)) ?? '1.1.2'
  const below = path.startsWith(`${basePaths[version]}/`) ? path.slice(basePaths[version].length) : ''
  for (const [shape, candidates] of shapes) {
    const [found, institution, type] = shape.exec(below) ?? []
    // Nothing is known of reporting in 2.0.
    if (found === undefined || (version === '2.0' && institution !== undefined)) continue
    const fitting = candidates.find((name) => operations[name].method === method)
    return {
      operation: fitting ?? candidates[0] ?? null,
      methodFits: fitting !== undefined,
      version,
      ...(institution === undefined ? {} : { institution }),
      ...(type === undefined ? {} : { type }),
      ...(candidates.includes('own') && !found.endsWith('/') ? { withoutSlash: true } : {}),
    }
  }
  return { operation: null, methodFits: true, version }
}
