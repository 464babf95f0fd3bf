import { nearest } from './nearest.ts'
import { closeRelations, type Relations } from './relations.ts'
import type { Area, Requirement, SourceRow, Unobservable } from './requirement.ts'

/** Puts the register together from the files of the areas, and refuses a register that contradicts itself. */

export interface AreaSource {
  readonly area: Area
  /** The area's `rows.json`. */
  readonly rows: unknown
  /** Titles by id. A row without one is told by its requirement text, less the full stop; a missing Norwegian title falls back to English. */
  readonly titles?: { readonly en?: Titles; readonly nb?: Titles }
  readonly relations?: Relations
  readonly unobservable?: Readonly<Record<string, Unobservable>>
}

type Titles = Readonly<Record<string, string>>

/** Everything that is wrong with the files, at once. */
export class RegisterError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The register of requirements contradicts itself; mend the files named here:\n- ${problems.join('\n- ')}`)
    this.name = 'RegisterError'
    this.problems = problems
  }
}

/** All rows, in the order of the sources. Throws a RegisterError. */
export function assemble(sources: readonly AreaSource[]): readonly Requirement[] {
  const parsed = sources.map((source) => ({ source, ...parseRows(source) }))
  const ids = parsed.flatMap(({ rows }) => rows.map(({ id }) => id))
  const problems = parsed.flatMap((each) => each.problems)
  problems.push(...duplicates(ids), ...sources.flatMap((source) => references(source, new Set(ids))))
  if (problems.length) throw new RegisterError(problems)

  const closed = closeRelations(ids, {
    sameAs: sources.flatMap(({ relations }) => relations?.sameAs ?? []),
    implies: sources.flatMap(({ relations }) => relations?.implies ?? []),
  })
  if (closed.problems.length) throw new RegisterError(closed.problems)
  return parsed.flatMap(({ source, rows }) =>
    rows.map((row) => ({
      ...row,
      title: titleOf(row, source),
      ...closed.of(row.id),
      unobservable: source.unobservable?.[row.id] ?? null,
    })),
  )
}

function titleOf({ id, requirement }: SourceRow, { titles }: AreaSource): Requirement['title'] {
  const en = titles?.en?.[id] ?? requirement.replace(/\.$/, '')
  return { en, nb: titles?.nb?.[id] ?? en }
}

const levels: ReadonlySet<unknown> = new Set(['MUST', 'SHOULD', 'MAY', 'INFO'])
const certainties: ReadonlySet<unknown> = new Set(['documented', 'inferred', 'reconstructed'])
const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''

/** What each member of a row must be. Members that are not named here are texts. */
const members: Readonly<Record<string, { holds: (value: unknown, area: Area) => boolean; must: string }>> = {
  id: { holds: (value) => /^[A-Z]+(-[A-Z]+)*-\d{2,3}$/.test(String(value)), must: 'look like KI-ACC-001' },
  area: { holds: (value, area) => value === area, must: 'be the area of the folder that the file is in' },
  section: { holds: isText, must: 'be a text that is not blank' },
  requirement: { holds: isText, must: 'be a text that is not blank' },
  level: { holds: (value) => levels.has(value), must: `be one of ${[...levels].join(', ')}` },
  certainty: { holds: (value) => certainties.has(value), must: `be one of ${[...certainties].join(', ')}` },
  source: { holds: (value) => typeof value === 'string', must: 'be a text' },
  document: { holds: isText, must: 'be a text that is not blank' },
}

const required = Object.entries(members)

function parseRows({ area, rows }: AreaSource): { rows: readonly SourceRow[]; problems: string[] } {
  const file = `contracts/${area}/requirements/rows.json`
  if (!Array.isArray(rows) || rows.length === 0) return { rows: [], problems: [`${file} must be an array of rows`] }
  const problems = rows.flatMap((row: unknown, index) =>
    wrongMembers(row, area).map((wrong) => `${file}, row ${index + 1} (${nameOf(row)}): ${wrong}`),
  )
  return { rows: problems.length ? [] : (rows as SourceRow[]), problems }
}

function wrongMembers(row: unknown, area: Area): readonly string[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return ['must be an object']
  const record = row as Readonly<Record<string, unknown>>
  const wrong = required
    .filter(([name, { holds }]) => !holds(record[name], area))
    .map(([name, { must }]) => `${name} must ${must}, and is ${JSON.stringify(record[name])}`)
  const others = Object.keys(record).filter((name) => !(name in members) && typeof record[name] !== 'string')
  return [...wrong, ...others.map((name) => `${name} must be a text`)]
}

const nameOf = (row: unknown) =>
  typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : 'without an id'

function duplicates(ids: readonly string[]): readonly string[] {
  const twice = [...Map.groupBy(ids, (id) => id)].filter(([, rows]) => rows.length > 1)
  return twice.map(([id]) => `${id} stands twice in rows.json; ids are permanent and never reused`)
}

/** Ids that the files of an area point at and that no row has, and pointers that make no sense. */
function references({ area, titles, relations, unobservable }: AreaSource, known: ReadonlySet<string>) {
  const folder = `contracts/${area}/requirements`
  const unknown = (ids: readonly string[], file: string) =>
    ids.filter((id) => !known.has(id)).map((id) => `${folder}/${file} names ${id}, which no row has${hint(id, known)}`)
  const selfish = (relations?.sameAs ?? []).filter(({ rows: [one, other] }) => one === other)
  return [
    ...unknown(Object.keys(titles?.en ?? {}), 'titles.en.json'),
    ...unknown(Object.keys(titles?.nb ?? {}), 'titles.nb.json'),
    ...unknown(Object.keys(unobservable ?? {}), 'unobservable.ts'),
    ...unknown(
      (relations?.sameAs ?? []).flatMap(({ rows }) => rows),
      'relations.ts',
    ),
    ...unknown(
      (relations?.implies ?? []).flatMap(({ these, imply }) => [...these, ...imply]),
      'relations.ts',
    ),
    ...selfish.map(({ rows: [id] }) => `${folder}/relations.ts makes ${id} its own twin`),
  ]
}

function hint(id: string, known: ReadonlySet<string>): string {
  const near = nearest(id, known)
  return near.length ? `; perhaps ${near.join(' or ')}` : ''
}
