import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agent, request } from 'undici'
import type { Form } from '../../../contracts/kfr/batch/multipart.ts'
import { headerNames, paths, scopes } from '../../../contracts/kfr/operations.ts'
import { type Alone, startAlone } from '../../alone.ts'
import { startMaskinporten } from '../../maskinporten/maskinporten.ts'
import { createAuthority } from '../../pki/authority.ts'
import { makeRoot } from '../../pki/root.ts'
import type { KfrSettings } from '../settings.ts'
import type { Asked, StartAlone, Told } from './child.ts'

/** The register in a process of its own, which a test or a measurement calls over its socket, and may kill. */

/** Synthetic. */
const reporter = '314703103'

export interface Running extends Pick<Alone<Asked, Told>, 'child' | 'ask' | 'text' | 'kill'> {
  /** Relationships of batches that waited when it started. */
  readonly pending: number
  /** Status; rejects where the connection is cut. */
  add(customer: string): Promise<number>
  end(customer: string): Promise<number>
  batch(form: Form): Promise<number>
  /** Whether the own look-up shows it. */
  own(customer: string, from?: string): Promise<boolean>
}

export interface Place {
  readonly folder: string
  start(settings?: Partial<KfrSettings>): Promise<Running>
  close(): Promise<void>
}

const newId = () => ({ [headerNames.correlation]: randomUUID() })

/** A folder, and Maskinporten beside it; registers come and go. */
export async function openPlace(): Promise<Place> {
  const root = await makeRoot()
  const authority = await createAuthority(root)
  const maskinporten = await startMaskinporten({ identity: await authority.server(['127.0.0.1']) })
  const folder = mkdtempSync(join(tmpdir(), 'samsvar-kfr-alone-'))
  const secret = randomBytes(32).toString('hex')
  const agent = new Agent({ connect: { ca: authority.rootPem }, connections: 16 })
  const consumer = { authority: 'iso6523-actorid-upis', ID: `0192:${reporter}` }
  const recipe = { claims: { aud: null, scope: scopes.write, consumer }, expires: 36_000 }
  const Authorization = `Bearer ${await maskinporten.mint(recipe, { audience: 'https://kfr' })}`
  const given: StartAlone = {
    ...{ root, folder, secret },
    participant: reporter,
    institutions: [{ organisationNumber: reporter, name: 'Testbanken', reports: true }],
    maskinporten: { issuer: maskinporten.issuer, keysUrl: `${maskinporten.url}/jwk` },
  }
  return {
    folder,
    start: (settings = {}) => startProcess({ ...given, settings }, agent, Authorization),
    close: async () => {
      await Promise.all([maskinporten.close(), agent.destroy()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startProcess(given: StartAlone, agent: Agent, Authorization: string): Promise<Running> {
  const module = join(import.meta.dirname, 'child.ts')
  const { child, started, ask, text, kill } = await startAlone<Asked, Told>(module, given, ['--expose-gc'])
  if (!('baseUrl' in started)) throw new Error('The register told something else than where it listens')
  const send = async (method: 'GET' | 'POST' | 'DELETE', path: string, more: Record<string, string>, body?: Buffer) => {
    const headers = { Authorization, ...more }
    const options = { method, headers, dispatcher: agent, ...(body === undefined ? {} : { body }) }
    const answer = await request(`${started.baseUrl}${path}`, options)
    return { status: answer.statusCode, text: await answer.body.text() }
  }
  const single = (method: 'POST' | 'DELETE') => async (customer: string) =>
    (await send(method, paths.relationship(reporter), { ...newId(), [headerNames.customer]: customer })).status
  return {
    child,
    pending: started.pending,
    add: single('POST'),
    end: single('DELETE'),
    batch: async ({ contentType, body }) =>
      (await send('POST', paths.batch(reporter), { ...newId(), 'Content-Type': contentType }, body)).status,
    async own(customer, from) {
      const query = from === undefined ? '' : `?fromDate=${from}`
      const answer = await send('GET', `${paths.own(reporter)}${query}`, { [headerNames.customer]: customer })
      if (answer.status !== 200) throw new Error(`the own look-up was answered ${answer.status}`)
      return JSON.parse(answer.text).banks.length === 1
    },
    ask,
    text,
    kill,
  }
}
