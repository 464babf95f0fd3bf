import { isRoot } from '../messages.ts'
import { type Outcome, read, refuse } from '../outcome.ts'
import { defaultSchemaVersion, type SchemaVersion } from '../profile.ts'
import { fittingVersion, schemaViolations } from '../schemas.ts'
import type { Xml } from '../xml/read.ts'
import { codecs } from './codecs.ts'
import type { MessageOf } from './messages.ts'

/** One of the four messages, and which. */
export type Message = {
  readonly [Root in keyof MessageOf]: { readonly root: Root; readonly message: MessageOf[Root] }
}[keyof MessageOf]

export type MessageProblem = 'another-document' | 'invalid'

/** The message as typed data, when it is valid in that version; what its values mean is judged elsewhere. */
export function readMessage(
  { root, text }: Xml,
  version: SchemaVersion = defaultSchemaVersion,
): Outcome<Message, MessageProblem> {
  if (!isRoot(root.name) || root.namespace !== '')
    return refuse(
      'another-document',
      `its root is ${root.name}`,
      `line ${root.line}`,
      'send one of the four messages, in no namespace',
    )
  const violations = schemaViolations(text, version)
  const [first] = violations
  if (first === undefined) return read({ root: root.name, message: codecs[root.name].read(root) } as Message)
  const fits = fittingVersion(text)
  return refuse(
    'invalid',
    `${first.says}${violations.length > 1 ? ` (and ${violations.length - 1} more)` : ''}`,
    `${first.path}, line ${first.line}`,
    fits ? `it fits version ${fits}; agree on one` : `write it as version ${version} of the schema has it`,
  )
}
