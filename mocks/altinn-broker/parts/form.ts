import express, { type RequestHandler } from 'express'
import { contextOf, type Site } from '../context.ts'
import { refuseMembers, refusePlainly } from '../refuse.ts'
import { requireShape } from './initialise.ts'

/** Initialise and upload in one form (dsve.md 1.6). It is read into memory, up to a bound. */
export const takeForm = ({ settings }: Site): RequestHandler => {
  const body = express.raw({ type: () => true, limit: settings.formBytes })
  return (request, response, next) => {
    if (!request.is('multipart/form-data')) {
      refusePlainly(response, 415, 'the body has to be multipart/form-data')
      return
    }
    body(request, response, async (error) => {
      if (error) {
        next(error)
        return
      }
      const form = await formOf(request.body as Uint8Array, request.headers['content-type'] ?? '')
      const file = form?.get('FileTransfer')
      if (form === null) refusePlainly(response, 400, 'the form cannot be read')
      else if (!(file instanceof Blob)) refuseMembers(response, { FileTransfer: ['must be given, as a file'] })
      else {
        contextOf(response).found.file = file
        requireShape(requestIn(form), request, response, next)
      }
    })
  }
}

/** The platform's own reader; null for what it cannot read. */
async function formOf(body: Uint8Array, type: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    return null
  }
}

/** `Metadata.FileName` and so on; names are read in any case, as the real one does. */
function requestIn(form: FormData): Readonly<Record<string, unknown>> {
  const request: Record<string, unknown> = {}
  const recipients: string[] = []
  const propertyList: Record<string, string> = {}
  for (const [name, value] of form) {
    const [, key, rest = ''] = /^metadata\.([a-z]+)(.*)$/i.exec(name) ?? []
    const member = members.find((one) => one.toLowerCase() === key?.toLowerCase())
    if (typeof value !== 'string') continue
    if (key?.toLowerCase() === 'recipients') recipients.push(value)
    else if (key?.toLowerCase() === 'propertylist') propertyList[rest.replace(/^\.|^\[|\]$/g, '')] = value
    else if (member === 'disableVirusScan') request[member] = value.toLowerCase() === 'true'
    else if (member !== undefined && value !== '') request[member] = value
  }
  return { ...request, recipients, propertyList }
}

const members = [
  'fileName',
  'resourceId',
  'sendersFileTransferReference',
  'sender',
  'checksum',
  'disableVirusScan',
] as const
