import { fieldWords } from './field-words.ts'
import type { Line } from './lines.ts'

/** What the broker carried beside the message, and what lay in the archive. */
export interface Around {
  readonly sender: string
  readonly recipients: readonly string[]
  readonly sendersFileTransferReference: string
  readonly fileName: string
  readonly propertyList: Readonly<Record<string, string>>
  /** Why the archive was not opened. */
  readonly refused?: Refused
  readonly files: readonly { readonly name: string; readonly refused?: Refused }[]
}
interface Refused {
  readonly what: string
  readonly where: string
}

/** Paths as problems have them: `transfer/sender`, `propertyList/status`, `archive/manifest.xml`. */
export function aroundLines(around: Around): readonly Line[] {
  const { sender, recipients, sendersFileTransferReference, fileName, propertyList, refused, files } = around
  const transfer = { sender, recipients: recipients.join(', '), sendersFileTransferReference, fileName }
  return [
    group('transfer'),
    ...Object.entries(transfer).map(([name, value]) => field('transfer', name, value)),
    group('propertyList'),
    ...Object.entries(propertyList).map(([name, value]) => field('propertyList', name, value)),
    group('archive'),
    ...(refused === undefined ? [] : [field('archive', '', told(refused))]),
    ...files.map(({ name, refused: why }) => field('archive', name, why === undefined ? '' : told(why))),
  ]
}

const told = ({ what, where }: Refused) => `${what} (${where})`

const group = (name: string): Line => ({
  path: name,
  depth: 0,
  kind: 'group',
  name,
  said: fieldWords(name),
  value: '',
  source: '',
})

const field = (holder: string, name: string, value: string): Line => ({
  path: `${holder}/${name}`,
  depth: 1,
  kind: 'field',
  name,
  said: fieldWords(name, holder),
  value,
  source: name,
})
