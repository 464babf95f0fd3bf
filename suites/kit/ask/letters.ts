import type { Letter, ReceivedReply } from '../../../contracts/dsve/correspondence.ts'
import { refuse } from '../../../contracts/dsve/outcome.ts'
import type { Case } from '../../../contracts/dsve/rules/case.ts'
import { problemsOf } from '../../../contracts/dsve/rules/judge.ts'
import { replyOf } from '../../../contracts/dsve/rules/reply.ts'
import {
  type ElementSighting,
  type FileSighting,
  type LetterSighting,
  mostElements,
  mostPayload,
  mostText,
  type ReplySighting,
} from '../../../contracts/dsve/sighting.ts'
import { manifestName } from '../../../contracts/dsve/transfer/manifest.ts'
import type { Payload } from '../../../contracts/dsve/transfer/open.ts'
import type { XmlElement } from '../../../contracts/dsve/xml/markup.ts'

/** A letter as it is recorded. Whatever the bank sent is opened within bounds, and nothing of it leaves memory. */
export function sightingOf({ at: _, reply, ...letter }: Letter, asked: Case | null): LetterSighting {
  return { ...letter, ...(reply === undefined ? {} : { reply: replySighting(reply, asked) }) }
}

export function replySighting({ payload, untaken, ...received }: ReceivedReply, asked: Case | null): ReplySighting {
  const bytes = Buffer.from(payload, 'base64')
  const transfer = { ...received, payload: bytes }
  const reply = untaken === undefined ? replyOf(transfer) : { transfer, payload: tooLarge(untaken) }
  return {
    ...received,
    bytes: untaken ?? bytes.length,
    ...(payload.length > mostPayload || untaken !== undefined ? {} : { payload }),
    ...(reply.payload.ok
      ? { files: filesOf(reply.payload.value) }
      : { files: [], refused: told(reply.payload.refusal) }),
    problems: asked === null ? [] : problemsOf(reply, asked),
  }
}

const tooLarge = (bytes: number) =>
  refuse('too-large' as const, `${bytes} bytes, which nobody takes`, 'the archive', 'send one case only')

const told = ({ what, where }: { readonly what: string; readonly where: string }) => ({ what, where })

function filesOf({ manifest, documents, others }: Payload): readonly FileSighting[] {
  const room = { left: mostElements }
  return [
    ...(manifest === null ? [] : [{ name: manifestName, ...(manifest.ok ? {} : { refused: told(manifest.refusal) }) }]),
    ...documents.map(({ name, xml }) => ({
      name,
      ...(xml.ok ? { root: elementSighting(xml.value.root, room) } : { refused: told(xml.refusal) }),
    })),
    ...others.map((name) => ({ name })),
  ]
}

function elementSighting(
  { name, line, attributes, text, children }: XmlElement,
  room: { left: number },
): ElementSighting {
  room.left -= 1
  const inside: ElementSighting[] = []
  for (const child of children) {
    if (room.left <= 0) break
    inside.push(elementSighting(child, room))
  }
  const isCut = inside.length < children.length || text.length > mostText
  return {
    name,
    line,
    ...(Object.keys(attributes).length === 0 ? {} : { attributes: shortened(attributes) }),
    ...(text === '' ? {} : { text: text.slice(0, mostText) }),
    ...(inside.length === 0 ? {} : { children: inside }),
    ...(isCut ? { cut: true as const } : {}),
  }
}

const shortened = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.slice(0, mostText), value.slice(0, mostText)]),
  )
