import { createHash } from 'node:crypto'
import { violationsOf } from '../../contracts/altinn-broker/schemas.ts'
import { dsveResources } from '../../contracts/altinn-broker/statuses.ts'
import { type Overview, organisationUrn, resourceUrn } from '../../contracts/altinn-broker/wire.ts'
import { type CallsOptions, callsAs, insist, isConfirmedAlready, problemOf } from '../altinn-client/calls.ts'
import { type Progress, progressOf } from '../altinn-client/progress.ts'
import { type Office, partyOf } from './offices.ts'
import type { Parcel } from './parcel.ts'

/** What the megler does at the broker, as one of its offices. Rejects with an Error that says what was answered to what. */
export interface Transport {
  /**
   * Both steps; a transfer that failed is left, and another one is made. One that the broker said nothing of is asked
   * about, so that nothing is sent twice. `onBegun` has the id before anything is uploaded.
   */
  send(office: Office, recipient: string, parcel: Parcel, onBegun: (id: string) => void): Promise<string>
  overview(office: Office, id: string): Promise<Overview>
  /** All of it: a body that is shorter than was said is fetched again. */
  download(office: Office, id: string): Promise<Buffer>
  confirm(office: Office, id: string): Promise<void>
  /** What is published for the office, the oldest first. */
  waiting(office: Office): Promise<readonly string[]>
  subscribe(office: Office, endPoint: string): Promise<void>
}

export interface TransportOptions extends CallsOptions {
  /** Default: that of the test environment. */
  readonly resourceId?: string
}

const mostTransfers = 3

export function createTransport({ resourceId = dsveResources.test, ...options }: TransportOptions): Transport {
  const as = ({ id }: Office) => callsAs(id, options)

  const begin = async (office: Office, recipient: string, { payload, ...parcel }: Parcel): Promise<string> => {
    const checksum = createHash('md5').update(payload).digest('hex')
    const request = { ...parcel, resourceId, sender: partyOf(office.id), recipients: [partyOf(recipient)], checksum }
    const { body } = await insist('the megler initialised a transfer', as(office).initialise(request), 200)
    return String(JSON.parse(body.toString()).fileTransferId)
  }
  const overview: Transport['overview'] = async (office, id) => {
    const { body } = await insist('the megler read an overview', as(office).overview(id), 200)
    const read = JSON.parse(body.toString())
    const [wrong] = violationsOf('overview', read)
    if (wrong !== undefined) throw new Error(`Altinn Broker gave an overview in which ${wrong.at} ${wrong.must}`)
    return read
  }
  /** Where the broker cannot be asked, the next upload into it will tell. */
  const progress = (office: Office, id: string): Promise<Progress> =>
    overview(office, id).then(
      ({ fileTransferStatus }) => progressOf[fileTransferStatus],
      () => 'open',
    )

  return {
    async send(office, recipient, parcel, onBegun) {
      let id: string | null = null
      for (let turn = 1; ; turn += 1) {
        try {
          if (id === null) {
            id = await begin(office, recipient, parcel)
            onBegun(id)
          }
          await insist('the megler uploaded', as(office).upload(id, parcel.payload), 200)
          return id
        } catch (error) {
          const reached = id === null ? 'failed' : await progress(office, id)
          if (id !== null && (reached === 'arrived' || reached === 'scanned')) return id
          if (reached === 'failed') id = null
          if (turn === mostTransfers) throw error
        }
      }
    },
    overview,
    download: async (office, id) => (await insist('the megler downloaded', as(office).download(id), 200)).body,
    async confirm(office, id) {
      const answer = await insist('the megler confirmed', as(office).confirm(id), 200, 204, 400)
      if (answer.status === 400 && !isConfirmedAlready(answer)) throw new Error(`confirm: ${problemOf(answer)}`)
    },
    async waiting(office) {
      const query = { resourceId, status: 'Published', role: 'Recipient', orderAscending: 'true' }
      return JSON.parse((await insist('the megler searched', as(office).search(query), 200)).body.toString())
    },
    async subscribe(office, endPoint) {
      const filters = { resourceFilter: resourceUrn + resourceId, subjectFilter: organisationUrn + office.id }
      await insist('the megler subscribed', as(office).subscribe({ endPoint, ...filters }), 200, 201)
    },
  }
}
