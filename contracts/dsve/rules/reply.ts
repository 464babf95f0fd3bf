import type { ArchiveProblem } from '../archive/problems.ts'
import { isRoot } from '../messages.ts'
import type { Outcome } from '../outcome.ts'
import { openPayload, type Payload } from '../transfer/open.ts'
import type { Transfer } from '../transfer/transfer.ts'
import type { Xml } from '../xml/read.ts'

/** A reply as it came, opened as far as it could be. */
export interface Reply {
  readonly transfer: Transfer
  readonly payload: Outcome<Payload, ArchiveProblem>
}

export const replyOf = (transfer: Transfer): Reply => ({ transfer, payload: openPayload(transfer.payload) })

export interface Svar {
  readonly file: string
  readonly xml: Xml
}

/** The document that is taken for the answer: the first of the two kinds of svar, else the first that could be read. */
export function svarIn({ payload }: Reply): Svar | undefined {
  const readable = (payload.ok ? payload.value.documents : []).flatMap(({ name, xml }) =>
    xml.ok ? [{ file: name, xml: xml.value }] : [],
  )
  const isSvar = ({ xml }: Svar) => isRoot(xml.root.name) && xml.root.name.endsWith('svar')
  return readable.find(isSvar) ?? readable[0]
}
