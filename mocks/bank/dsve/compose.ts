import { today } from '../../../contracts/calendar.ts'
import { type FileOfArchive, writeArchive } from '../../../contracts/dsve/archive/write.ts'
import { messages } from '../../../contracts/dsve/messages.ts'
import { acknowledged, type Status } from '../../../contracts/dsve/statuses.ts'
import { manifestName, manifestXml, service } from '../../../contracts/dsve/transfer/manifest.ts'
import { fileNameOf } from '../../../contracts/dsve/transfer/payload.ts'
import { replyProperties } from '../../../contracts/dsve/transfer/properties.ts'
import { partyOf } from '../../../contracts/dsve/transfer/transfer.ts'
import { markupOf } from '../../../contracts/dsve/wire/build.ts'
import { answerOf } from './answer.ts'
import type { Arrived, Letter, StoredReply } from './letter.ts'
import { type Client, isNo } from './model.ts'
import type { About } from './parts/write.ts'
import type { Parts } from './parts.ts'

/** The reply as the broker gets it: made once, from what the bank holds. The same letter gives the same names. */
export function compose(client: Client, parts: Parts, letter: Letter): StoredReply {
  const { settings, clock } = client
  const { sendersFileTransferReference, ...arrived } = letter.overview as Arrived
  const { asked, answer } = answerOf(client, parts, letter)
  const { root } = answer
  const { status, text }: { status: Status; text?: string } = isNo(answer) ? answer : { status: acknowledged }
  const day = today(new Date(clock.now()))
  const about: About = { root, asked, status, sendersFileTransferReference, day, bank: settings.bank }
  const propertyList = replyProperties(root, status, text)
  const { id: reportee } = settings.bank
  const manifest = manifestXml({ ...service, sendersReference: sendersFileTransferReference, reportee, propertyList })
  const files: FileOfArchive[] = [{ name: manifestName, content: manifest }]
  if (!isNo(answer)) {
    const opprettet = new Date(clock.now()).toISOString().slice(0, 19)
    const written = { version: settings.version, opprettet }
    const markup =
      answer.root === 'restgjeldssvar'
        ? markupOf(answer.root, answer.message, written)
        : markupOf(answer.root, answer.message, written)
    const content = parts.spell(parts.shape(markup, about), about)
    files.push({ name: fileNameOf(root, letter.fileTransferId), content })
  }
  const transfer = parts.label(
    {
      sender: partyOf(reportee),
      recipients: [partyOf(parts.recipientOf({ sendersFileTransferReference, ...arrived }, asked))],
      sendersFileTransferReference,
      fileName: `${root}_${letter.fileTransferId}.zip`,
      propertyList,
      payload: writeArchive(parts.fill(files, about)),
    },
    about,
  )
  const { messageType } = messages[root]
  return { ...transfer, messageType, payload: Buffer.from(transfer.payload).toString('base64') }
}
