import type { Target } from '../../target.ts'

/** What the steps of the way to the bank have in common. */

export type Reached = Pick<Target, 'baseUrl' | 'trust' | 'clientCertificate'>

/** Longest wait for each step. */
export const withinMs = 5000
export const within = `${withinMs / 1000} s`

/** By what each finding is called. */
export const what = {
  name: 'host name of the bank',
  socket: 'connection to the bank',
  tls: 'TLS of the bank',
  names: 'name in the certificate of the bank',
  client: 'client certificate',
}

export interface Place {
  readonly host: string
  readonly port: number
}

export function placeOf({ baseUrl }: Reached): Place {
  const { hostname, port } = new URL(baseUrl)
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 443) }
}

/** What Node or OpenSSL calls it. */
export const codeOf = (error: NodeJS.ErrnoException) => error.code ?? error.name
