import type { AskedFor, BrregSighting } from '../../contracts/konkursvarsel/sighting.ts'

/** Where the operations lie (catalogue, section 1). */

export type Operation = Exclude<AskedFor, 'handshake'>
export type Way = NonNullable<BrregSighting['way']>

/** In front of the path of a detail where links are marked, so that it shows who follows them. */
export const mark = '/ressurs'
export const list = '/konkursvarsler'

/** Raw paths: what is a segment, and how it is encoded, is a matter of the parts. */
const paths: readonly (readonly [RegExp, Operation, Way?])[] = [
  [/^\/$/, 'root'],
  [/^\/konkursvarsler$/, 'full-list'],
  [/^\/konkursvarsler\/oppdatert\/([^/]*)$/, 'updated-list'],
  [/^\/konkursvarsler\/([^/]+)$/, 'detail', 'path'],
  [/^\/ressurs\/konkursvarsler\/([^/]+)$/, 'detail', 'href'],
]

/** What a raw path asks for, and what stands in its last segment. A query is asked for by nobody, and passed over. */
export function read(url: string): {
  readonly asked: Operation
  readonly last?: string
  readonly way?: Way
} {
  const path = url.replace(/\?.*$/s, '')
  for (const [pattern, asked, way] of paths) {
    const [found, last] = pattern.exec(path) ?? []
    if (found === undefined) continue
    return { asked, ...(last === undefined ? {} : { last }), ...(way === undefined ? {} : { way }) }
  }
  return { asked: 'other' }
}
