import type { Weight } from '../../report/verdict.ts'
import type { FileOfArchive } from '../archive/write.ts'
import type { CaseId } from '../fixtures/cases.ts'
import type { ReplyRoot } from '../messages.ts'
import type { SchemaVersion } from '../profile.ts'
import { type Manifest, manifestName, manifestXml, service } from '../transfer/manifest.ts'
import type { Transfer } from '../transfer/transfer.ts'
import { changeAt, type Markup, markup } from '../xml/markup.ts'

/**
 * A lawful reply made wrong in one place, and what has to be said of it: exactly these rows, with these weights, the
 * first of them at that path. An empty `finds` is a freedom that nobody may punish.
 */
export interface Damage {
  readonly what: string
  readonly of: CaseId
  readonly reply: ReplyRoot
  readonly does: Injury
  readonly finds: Readonly<Record<string, Weight>>
  readonly path?: string
  readonly version?: SchemaVersion
}

/** Rows in a row, `~` in front of one that is tolerated: `DSVE-062 ~DSVE-091`. */
const weighed = (finds: string) =>
  Object.fromEntries(
    finds
      .split(' ')
      .filter((row) => row !== '')
      .map((row) => (row.startsWith('~') ? [row.slice(1), 'tolerated'] : [row, 'breach'])),
  ) as Damage['finds']

const damaged =
  (reply: ReplyRoot) =>
  (of: CaseId, what: string, does: Injury, finds: string, path?: string, version?: SchemaVersion): Damage => ({
    what,
    of,
    reply,
    does,
    finds: weighed(finds),
    ...(path === undefined ? {} : { path }),
    ...(version === undefined ? {} : { version }),
  })

/** Of a restgjeldssvar, and of an innfrielsessaldosvar. */
export const rg = damaged('restgjeldssvar')
export const is = damaged('innfrielsessaldosvar')

/** Where it is done: to the elements, to the text of the XML, to the files of the archive, or to what the broker carries. */
export interface Injury {
  readonly xml?: (root: Markup) => Markup
  readonly text?: (xml: string) => string | Uint8Array
  readonly files?: (files: readonly FileOfArchive[]) => readonly FileOfArchive[]
  readonly transfer?: (transfer: Transfer) => Transfer
}

type Change = (found: Markup) => readonly Markup[]

/** Several changes, from inside the root. */
export const xml = (changes: Readonly<Record<string, Change>>): Injury => ({
  xml: (root) => Object.entries(changes).reduce((all, [path, change]) => changeAt(all, path, change), root),
})

export const says =
  (text: string): Change =>
  (found) => [{ ...found, text, children: [] }]

export const gone: Change = () => []
export const twice: Change = (found) => [found, found]

export const named =
  (name: string): Change =>
  (found) => [{ ...found, name }]

/** Null takes it away. */
export const attributes =
  (changed: Readonly<Record<string, string | null>>): Change =>
  (found) => {
    const all = Object.entries({ ...found.attributes, ...changed })
    return [
      {
        ...found,
        attributes: Object.fromEntries(all.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
      },
    ]
  }

/** Another element behind it. */
export const before =
  (name: string, text: string): Change =>
  (found) => [markup(name, { text }), found]

/** These children instead of its own. */
export const holds =
  (...children: readonly Markup[]): Change =>
  (found) => [{ ...found, children }]

export const leaf = (name: string, text: string): Markup => markup(name, { text })

/** Undefined takes it away. */
export const properties = (changed: Readonly<Record<string, string | undefined>>): Injury => ({
  transfer: (transfer) => {
    const all = Object.entries({ ...transfer.propertyList, ...changed })
    const propertyList = Object.fromEntries(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])))
    return { ...transfer, propertyList }
  },
})

export const rewritten = (text: (xml: string) => string | Uint8Array): Injury => ({ text })

/** The manifest of a lawful restgjeldssvar, with that changed. */
export const withManifest = (changed: Partial<Manifest>): Injury => ({
  files: (files) => [
    {
      name: manifestName,
      content: manifestXml({
        ...service,
        sendersReference: 'ref-1',
        reportee: '312345676',
        propertyList: { messageType: 'Restgjeldssvar', status: 'RutetSuksessfullt' },
        ...changed,
      }),
    },
    ...files.filter(({ name }) => name !== manifestName),
  ],
})

/** No instead of yes: the manifest alone, and the text. */
export const refusing = (status: string, statusDescription?: string): Injury => ({
  files: (files) => withManifest({ propertyList: { status } }).files?.(files).slice(0, 1) ?? [],
  ...properties({ status, statusDescription }),
})
