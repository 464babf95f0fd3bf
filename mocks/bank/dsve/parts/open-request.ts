import { messages } from '../../../../contracts/dsve/messages.ts'
import { isNamedAs, messagesIn, openPayload, type Payload } from '../../../../contracts/dsve/transfer/open.ts'
import { readMessage } from '../../../../contracts/dsve/wire/read.ts'
import { type Asked, type Client, type No, no } from '../model.ts'

/** The request in an archive, or why it cannot be read (DSVE-030, -039, -042, -043). Nothing is unpacked or fetched. */
export function openRequest({ settings: { version } }: Client, bytes: Uint8Array): Asked | No {
  const archive = openPayload(bytes)
  if (!archive.ok) return no('Filen kunne ikke leses som en ZIP-fil. Send forespørselen på nytt.')
  const document = requestOf(archive.value)
  if (document === null) return no('Filen inneholder ingen forespørsel som kan leses. Send den på nytt.')
  const message = readMessage(document.xml, version)
  if (!message.ok) return no('Forespørselen følger ikke det avtalte formatet. Rett den og send den på nytt.')
  return message.value as Asked
}

/** By the name of its root, and of several by the name of the file, wherever in the archive it stands. */
function requestOf(payload: Payload) {
  const requests = messagesIn(payload).filter(({ root }) => messages[root].kind === 'request')
  return requests.find(({ root, name }) => isNamedAs(root, name)) ?? requests[0] ?? null
}
