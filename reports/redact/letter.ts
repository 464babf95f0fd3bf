import type { ElementSighting, FileSighting, LetterSighting, ReplySighting } from '../../contracts/dsve/sighting.ts'
import { enter } from './collect.ts'
import { redactFound, redactPlace } from './finding.ts'
import type { Gate } from './gate.ts'
import { redactName, redactValue } from './value.ts'

/** A letter of the bank's, as it may be told: every leaf by the name of its element; the file itself never. */

export function redactLetter(
  gate: Gate,
  { fixture, fileTransferId, reply, ...letter }: LetterSighting,
): LetterSighting {
  return {
    ...letter,
    fixture: fixture === null ? null : gate.own(fixture),
    fileTransferId: gate.prose(fileTransferId),
    ...(reply === undefined ? {} : { reply: redactReply(gate, reply) }),
  }
}

function redactReply(gate: Gate, reply: ReplySighting): ReplySighting {
  const { matchedBy, sender, recipients, sendersFileTransferReference, fileName, propertyList, bytes } = reply
  gate.count('letter', '')
  return {
    matchedBy,
    sender: gate.prose(sender),
    recipients: recipients.map((one) => gate.prose(one)),
    sendersFileTransferReference: gate.free(sendersFileTransferReference),
    fileName: gate.free(fileName),
    propertyList: redactValue(gate, propertyList) as ReplySighting['propertyList'],
    bytes,
    ...(reply.refused === undefined ? {} : { refused: redactRefused(gate, reply.refused) }),
    files: reply.files.map((file) => redactFile(gate, file)),
    problems: reply.problems.map((problem) => ({
      ...problem,
      path: redactPlace(gate, problem.path),
      expected: String(redactFound(gate, 'expected', problem.expected, problem.path)),
      actual: String(redactFound(gate, 'actual', problem.actual, problem.path)),
    })),
  }
}

const redactRefused = (gate: Gate, { what, where }: NonNullable<FileSighting['refused']>) => ({
  what: gate.free(what),
  where: gate.free(where),
})

const redactFile = (gate: Gate, { name, root, refused }: FileSighting): FileSighting => ({
  name: gate.free(name),
  ...(root === undefined ? {} : { root: redactElement(gate, root) }),
  ...(refused === undefined ? {} : { refused: redactRefused(gate, refused) }),
})

function redactElement(gate: Gate, { name, attributes, text, children, ...rest }: ElementSighting): ElementSighting {
  return {
    name: redactName(gate, name),
    ...rest,
    ...(attributes === undefined
      ? {}
      : { attributes: redactValue(gate, attributes) as NonNullable<ElementSighting['attributes']> }),
    ...(text === undefined ? {} : { text: String(redactValue(gate, text, name)) }),
    ...(children === undefined ? {} : { children: children.map((child) => redactElement(gate, child)) }),
  }
}

/** Names and numbers that stand where their element says what they are, so that free text about them can be masked. */
export function collectLetter(gate: Gate, { reply }: LetterSighting): void {
  const visit = ({ name, attributes = {}, text, children = [] }: ElementSighting) => {
    for (const [key, value] of Object.entries(attributes)) enter(gate, value, key)
    if (text !== undefined) enter(gate, text, name)
    for (const child of children) visit(child)
  }
  for (const { root } of reply?.files ?? []) if (root !== undefined) visit(root)
}
