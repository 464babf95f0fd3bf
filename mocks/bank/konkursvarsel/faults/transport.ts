import { createAuthority } from '../../../pki/authority.ts'
import { clientCertificate } from '../../../pki/client.ts'
import { defineFault } from '../fault.ts'
import type { Connection } from '../http.ts'
import { type Credentials, connect } from '../parts/connect.ts'
import { fetchDetail } from '../parts/fetch-detail.ts'
import { fetchList } from '../parts/fetch-list.ts'

/** KV-001 to KV-006: as whom the bank calls, whom it believes, and what it calls. */

const day = 86_400_000

const showing =
  (changes: (credentials: Credentials) => Partial<Connection> | Promise<Partial<Connection>>) =>
  async (credentials: Credentials): Promise<Connection> => ({
    ...(await connect(credentials)),
    ...(await changes(credentials)),
  })

/** A certificate that the test authority has issued for another reason. */
const another = (request: Parameters<NonNullable<Credentials['issue']>>[0]) =>
  showing(async ({ issue }) => {
    if (issue === undefined) throw new Error('This fault needs an authority that issues another certificate')
    const { certificatePem: cert, privateKeyPem: key } = await issue(request)
    return { cert, key }
  })

const ofUnknownIssuer = showing(async () => {
  const { certificatePem: cert, privateKeyPem: key } = await clientCertificate(await createAuthority(), {
    organisationNumber: '314703103',
    name: 'Referansebanken',
  })
  return { cert, key }
})

export const transportFaults = [
  defineFault({
    id: 'shows-no-certificate',
    story: 'The virksomhetssertifikat was bought, and never given to the client that polls.',
    violates: ['KV-001'],
    replaces: { connect: showing(() => ({ cert: null, key: null })) },
  }),
  defineFault({
    id: 'calls-with-an-api-key',
    story: 'Somebody thought that Brreg is reached as other services are, with a key in a header.',
    violates: ['KV-001'],
    replaces: { connect: showing(() => ({ cert: null, key: null, headers: { 'X-API-Key': 'not-a-secret' } })) },
  }),
  defineFault({
    id: 'shows-a-certificate-of-an-unknown-issuer',
    story: 'The client was given a certificate that the bank has issued itself.',
    violates: ['KV-002'],
    replaces: { connect: ofUnknownIssuer },
  }),
  defineFault({
    id: 'shows-an-expired-certificate',
    story: 'Nobody renewed the virksomhetssertifikat.',
    violates: ['KV-002'],
    replaces: {
      connect: another({ notBefore: new Date(Date.now() - 800 * day), notAfter: new Date(Date.now() - 2 * day) }),
    },
  }),
  defineFault({
    id: 'shows-the-certificate-of-its-data-centre',
    story: 'The data centre calls for many banks, and with a certificate of its own.',
    violates: ['KV-003'],
    replaces: { connect: another({ organisationNumber: '310903104', name: 'Datasentralen' }) },
  }),
  defineFault({
    id: 'believes-any-server',
    story: 'Verification was switched off while the test environment was built, and stayed off.',
    violates: ['KV-004'],
    replaces: { connect: showing(() => ({ more: { rejectUnauthorized: false } })) },
  }),
  defineFault({
    id: 'believes-any-name',
    story: 'The certificate of the server is checked, and nobody looks at whose it is.',
    violates: ['KV-004'],
    replaces: { connect: showing(() => ({ more: { checkServerIdentity: () => undefined } })) },
  }),
  defineFault({
    id: 'speaks-old-tls',
    story: 'The client runs on a platform that is as old as the interface, and takes what it is offered.',
    violates: [],
    tolerates: ['KV-005'],
    replaces: { connect: showing(() => ({ more: { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } })) },
  }),
  defineFault({
    id: 'acknowledges-notices',
    story: 'Somebody thought that Brreg wants to know what was received.',
    violates: ['KV-006'],
    replaces: {
      async fetchDetail(client, item, url, signal) {
        const detail = await fetchDetail(client, item, url, signal)
        await client.http.send('POST', `${url}/kvittering`, signal)
        return detail
      },
    },
  }),
  defineFault({
    id: 'looks-for-other-operations',
    story: 'The client asks first whether there is a newer interface.',
    violates: ['KV-006'],
    replaces: {
      async fetchList(client, url, signal) {
        await client.http.get(`${client.settings.baseUrl}/v2/konkursvarsler`, signal)
        return fetchList(client, url, signal)
      },
    },
  }),
]
