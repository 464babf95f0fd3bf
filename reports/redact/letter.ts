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
      expected: written(redactFound(gate, 'expected', problem.expected, problem.path)),
      actual: written(redactFound(gate, 'actual', problem.actual, problem.path)),
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
    ...(attributes === undefined ? {} : { attributes: redactAttributes(gate, attributes) }),
    ...(text === undefined ? {} : { text: written(redactValue(gate, text, name)) }),
    ...(children === undefined ? {} : { children: children.map((child) => redactElement(gate, child)) }),
  }
}

const redactAttributes = (gate: Gate, attributes: NonNullable<ElementSighting['attributes']>) =>
  Object.fromEntries(
    Object.entries(redactValue(gate, attributes) as object).map(([name, value]) => [name, written(value)]),
  )

/** In XML everything is text, so that nothing is said by it. */
const written = (told: unknown) =>
  String(told)
    .replace(/ \(som tekst\)$/, '')
    .replace(/(\([^()]*?)(?:, som tekst\b|\bsom tekst, )/, '$1')

/** Names and numbers that stand where their element says what they are, so that free text about them can be masked. */
export function collectLetter(gate: Gate, { reply }: LetterSighting): void {
  const visit = ({ name, attributes = {}, text, children = [] }: ElementSighting) => {
    for (const [key, value] of Object.entries(attributes)) enter(gate, value, key)
    if (text !== undefined) enter(gate, text, name)
    for (const child of children) visit(child)
  }
  for (const { root } of reply?.files ?? []) if (root !== undefined) visit(root)
}
