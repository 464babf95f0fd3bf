import { openPayload } from '../../../../contracts/dsve/transfer/open.ts'
import { type Asked, isNo, no } from '../model.ts'
import { openRequest } from '../parts/open-request.ts'

/** Opens as it should, and then says no for a reason of its own. */
export const demanding =
  (fits: (asked: Asked, bytes: Uint8Array) => boolean): typeof openRequest =>
  (client, bytes) => {
    const asked = openRequest(client, bytes)
    return isNo(asked) || fits(asked, bytes) ? asked : no('Forespørselen kan ikke behandles.')
  }

export const filesOf = (bytes: Uint8Array) => {
  const opened = openPayload(bytes)
  return opened.ok ? opened.value : null
}

/** Of the first document. */
export const textOf = (bytes: Uint8Array) => {
  const [document] = filesOf(bytes)?.documents ?? []
  return document?.xml.ok ? document.xml.value.text : ''
}
