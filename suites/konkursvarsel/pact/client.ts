import { request } from 'undici'
import { type Detail, type List, parseDetail, parseList } from '../../../contracts/konkursvarsel/wire.ts'
import type { Parsed } from '../../../contracts/parsed.ts'

/** A small client of Konkursvarsel, as a bank has one: the contract says what it sends, and what it reads. */

/** Null where there is no such notice. */
type Found<T> = Parsed<T> | null

export interface Client {
  everything(): Promise<Parsed<List>>
  /** `since`: the time of the last notice that was read, as it stood there. */
  updated(since: string): Promise<Parsed<List>>
  detail(uuid: string): Promise<Found<Detail>>
}

export const headers = { Accept: 'application/json' } as const
export const paths = {
  everything: '/konkursvarsler',
  updated: (since: string) => `/konkursvarsler/oppdatert/${since}`,
  detail: (uuid: string) => `/konkursvarsler/${uuid}`,
} as const

const longestWaitMs = 10_000

export function clientAt(baseUrl: string): Client {
  const ask = async (path: string) => {
    const signal = AbortSignal.timeout(longestWaitMs)
    const { statusCode, body } = await request(`${baseUrl}${path}`, { headers, signal })
    return { status: statusCode, text: await body.text() }
  }
  /** Whatever stands in the body of an error: bodies of errors are not documented. */
  const served = async (path: string) => {
    const { status, text } = await ask(path)
    if (status === 404) return null
    if (status !== 200) throw new Error(`${path} was answered ${status}`)
    return JSON.parse(text) as unknown
  }
  return {
    everything: async () => parseList(await served(paths.everything)),
    updated: async (since) => parseList(await served(paths.updated(since))),
    detail: async (uuid) => {
      const body = await served(paths.detail(uuid))
      return body === null ? null : parseDetail(body)
    },
  }
}
