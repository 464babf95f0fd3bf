import type { Act } from '../../contracts/altinn-broker/acts.ts'
import type { Gate } from './gate.ts'
import { redactUrl } from './url.ts'
import { redactValue } from './value.ts'

/** What a caller did at the broker, as it may be told: what it asked for is text of its own. */
export function redactAct(gate: Gate, { party, vendor, client, fileTransferId, query, request, ...act }: Act): Act {
  const own = (text: string | null) => (text === null ? null : gate.prose(text))
  return {
    ...act,
    party: own(party) as Act['party'],
    vendor: own(vendor) as Act['vendor'],
    client: own(client),
    fileTransferId: own(fileTransferId),
    ...(query === undefined ? {} : { query: query === '' ? '' : redactUrl(gate, `?${query}`).slice(1) }),
    ...(request === undefined ? {} : { request: redactRequest(gate, request) }),
  }
}

function redactRequest(gate: Gate, request: NonNullable<Act['request']>): NonNullable<Act['request']> {
  const { fileName, sendersFileTransferReference, ...rest } = request
  const told = redactValue(gate, rest) as typeof rest
  return {
    ...told,
    fileName: gate.free(String(fileName)),
    sendersFileTransferReference: gate.free(String(sendersFileTransferReference)),
  }
}
