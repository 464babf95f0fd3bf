import type { IsoDate } from '../../calendar.ts'
import { writeArchive } from '../archive/write.ts'
import type { Injury } from '../damages/damage.ts'
import { type CaseId, cases } from '../fixtures/cases.ts'
import { requestOf } from '../fixtures/questions.ts'
import { messages, type ReplyRoot } from '../messages.ts'
import { defaultSchemaVersion, type SchemaVersion } from '../profile.ts'
import type { Case } from '../rules/case.ts'
import { type Reply, replyOf } from '../rules/reply.ts'
import { acknowledged } from '../statuses.ts'
import { manifestXml, service } from '../transfer/manifest.ts'
import { fileNameOf } from '../transfer/payload.ts'
import { replyProperties } from '../transfer/properties.ts'
import { partyOf, type Transfer } from '../transfer/transfer.ts'
import { markupOf } from '../wire/build.ts'
import { serialize } from '../xml/serialize.ts'
import { innfrielsessaldosvarOf, restgjeldssvarOf } from './answer.ts'

export const day = '2026-11-27' as IsoDate
const reference = 'ref-1'

export function askedOf(id: CaseId, reply: ReplyRoot, version: SchemaVersion = defaultSchemaVersion): Case {
  const root = reply === 'restgjeldssvar' ? 'restgjeldsforespoersel' : 'innfrielsessaldoforespoersel'
  const request = requestOf(id, root, { day, referanse: '12-26/0042 A' })
  const sent = { sender: partyOf(request.avsender.id), sendersFileTransferReference: reference }
  return { root, request, sent, known: cases[id], day, version }
}

const markupFor = (id: CaseId, reply: ReplyRoot, { request, version }: Case) =>
  reply === 'restgjeldssvar'
    ? markupOf(reply, restgjeldssvarOf(id, request), { version })
    : markupOf(reply, innfrielsessaldosvarOf(id, request as never, day), { version })

/** What a bank without fault answers, with that done to it. */
export function replyTo(id: CaseId, reply: ReplyRoot, asked: Case, injury: Injury = {}): Reply {
  const { known, request } = asked
  const { status } = known.expects
  const text = status === acknowledged ? undefined : 'Banken kan ikke svare med beløp i denne saken.'
  const propertyList = replyProperties(reply, status, text)
  const manifest = manifestXml({ ...service, sendersReference: reference, reportee: known.bank.id, propertyList })
  const files = [{ name: 'manifest.xml', content: manifest as string | Uint8Array }]
  if (status === acknowledged || injury.text) {
    const markup = (injury.xml ?? ((root) => root))(markupFor(id, reply, asked))
    files.push({ name: fileNameOf(reply, '1'), content: (injury.text ?? ((xml) => xml))(serialize(markup)) })
  }
  const transfer: Transfer = {
    sender: partyOf(known.bank.id),
    recipients: [partyOf((request.avsender.returnertil ?? request.avsender).id)],
    sendersFileTransferReference: reference,
    fileName: `${messages[reply].messageType.toLowerCase()}_1.zip`,
    propertyList,
    payload: writeArchive((injury.files ?? ((all) => all))(files)),
  }
  return replyOf((injury.transfer ?? ((all) => all))(transfer))
}
