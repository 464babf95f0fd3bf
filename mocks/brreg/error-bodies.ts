import { randomUUID } from 'node:crypto'
import type { Response } from 'express'
import type { Manners } from './manners.ts'

/**
 * Bodies of errors are not documented, and those of two sister interfaces differ (catalogue, section 3): a client has to
 * decide on the status alone. They rotate, so that each client meets them all.
 */

const json = 'application/json;charset=UTF-8'

const forms: readonly ((status: number) => { readonly type: string; readonly text: string } | null)[] = [
  (status) => ({
    type: json,
    text: JSON.stringify({
      korrelasjonsid: randomUUID(),
      tidspunkt: new Date().toISOString(),
      feilmelding: messages[status] ?? 'Feil',
    }),
  }),
  () => null,
  (status) => ({
    type: 'text/html;charset=UTF-8',
    text: `<!DOCTYPE html><html lang="nb"><title>${status}</title><h1>${messages[status] ?? 'Feil'}</h1></html>\n`,
  }),
  (status) => ({
    type: json,
    text: JSON.stringify({
      feilId: randomUUID(),
      feilkode: `KV-${status}`,
      feiltype: status < 500 ? 'VALIDERINGSFEIL' : 'TEKNISK_FEIL',
      beskrivelse: messages[status] ?? 'Feil',
      detaljer: [],
    }),
  }),
]

const messages: Readonly<Record<number, string>> = {
  400: 'Ugyldig forespørsel',
  401: 'Ikke autentisert',
  403: 'Ikke tilgang',
  404: 'Ikke funnet',
  405: 'Metoden er ikke tillatt',
  406: 'Ingen slik representasjon',
  429: 'For mange forespørsler',
  500: 'Intern feil',
  503: 'Tjenesten er midlertidig utilgjengelig',
}

export type Refuse = (response: Response, status: number, headers?: Readonly<Record<string, string>>) => void

export function createRefuse({ errorBodies }: Manners): Refuse {
  let turn = 0
  return (response, status, headers = {}) => {
    const form = errorBodies === 'none' ? null : forms[turn++ % forms.length]?.(status)
    response.status(status).set(headers)
    if (form) response.setHeader('Content-Type', form.type).end(form.text)
    else response.setHeader('Content-Length', 0).end()
  }
}
