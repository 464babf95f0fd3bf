import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PortTaken } from '../http/listen.ts'
import { type Caller, createCaller } from '../http/testing/caller.ts'
import { type Authority, createAuthority, type OrganisationIdentity, type TlsIdentity } from '../pki/authority.ts'
import { type CertPub, startCertPub } from './certpub.ts'

const brreg = '0192:974760673'
const participant = `iso6523-actorid-upis::${brreg}`
const accountProcess = 'bdx-procid-dsop::urn:fdc:bits.no:2018:dsop:account:1.0'

let authority: Authority
let identity: TlsIdentity
let consumer: OrganisationIdentity
let party: CertPub
let caller: Caller
beforeAll(async () => {
  authority = await createAuthority()
  identity = await authority.server(['127.0.0.1'])
  consumer = await authority.organisation({ organisationNumber: '974760673', name: 'Brønnøysundregistrene' })
  party = await startCertPub({ identity })
  caller = createCaller(authority.rootPem)
})
beforeEach(() => {
  party.outage(false)
  party.unknownParticipant(false)
  party.publish(brreg, [consumer.certificateDer])
})
afterAll(async () => {
  await party.close()
})

const locate = (path: string, at = party) => caller.get(`${at.locatorUrl}/lookup/v2/${path}`)
const publisher = (path: string) => caller.get(`${party.publisherUrl}/api/v1/${path}`)

const certificateElement = ({ certificateDer }: OrganisationIdentity) => {
  const { serialNumber, validToDate } = new X509Certificate(certificateDer)
  const base64 = Buffer.from(certificateDer).toString('base64')
  return `<Certificate serialNumber="${BigInt(`0x${serialNumber}`)}" expire="${validToDate.getTime()}">${base64}</Certificate>`
}

describe('the locator', () => {
  it.each([participant, encodeURIComponent(participant), participant.replaceAll(':', '%3a')])(
    'knows %s',
    async (path) => {
      const { status, headers, text } = await locate(path)
      expect([status, JSON.parse(text)]).toEqual([200, { 'difi-bcp-v1': party.publisherUrl }])
      expect(headers['content-type']).toMatch(/^application\/json/)
    },
  )

  it.each([
    ['iso6523-actorid-upis::0192:889640782', 404],
    ['other-scheme::0192:974760673', 404],
    ['0192:974760673', 400],
    ['iso6523-actorid-upis::0192:974760673%20', 400],
    ['%ZZ', 400],
    [`${participant}/`, 404],
  ])('answers %s with %i', async (path, status) => {
    expect((await locate(path)).status).toBe(status)
  })

  it('gives the base with a final slash, among other keys, when told so', async () => {
    const other = await startCertPub({
      identity,
      behaviour: { trailingSlash: true, otherInterfaces: { 'oasis-bdxr-smp-2': 'https://smp.example' } },
    })
    other.publish(brreg, [consumer.certificateDer])
    expect(JSON.parse((await locate(participant, other)).text)).toEqual({
      'oasis-bdxr-smp-2': 'https://smp.example',
      'difi-bcp-v1': other.publisherUrl,
    })
    expect(other.publisherUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/publisher\/$/)
    await other.close()
  })
})

describe('the publisher', () => {
  it.each([
    `${participant}/${accountProcess}`,
    `${encodeURIComponent(participant)}/${encodeURIComponent(accountProcess)}`,
  ])('gives the certificates at %s', async (path) => {
    const { status, headers, text } = await publisher(path)
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^application\/xml; ?charset=utf-8$/i)
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<Process xmlns="urn:fdc:difi.no:2017:virksert:v1">' +
        '<ParticipantIdentifier scheme="iso6523-actorid-upis">0192:974760673</ParticipantIdentifier>' +
        '<ProcessIdentifier scheme="bdx-procid-dsop">urn:fdc:bits.no:2018:dsop:account:1.0</ProcessIdentifier>' +
        `${certificateElement(consumer)}</Process>`,
    )
  })

  it('names the role when the request did, and knows only the published one', async () => {
    expect((await publisher(`${participant}/${accountProcess}/REQUEST`)).text).toContain(
      '</ProcessIdentifier><Role>REQUEST</Role><Certificate ',
    )
    expect((await publisher(`${participant}/${accountProcess}/RESPONSE`)).status).toBe(404)
    expect((await publisher(`${participant}/${accountProcess}/request`)).status).toBe(404)
    party.publish(brreg, [consumer.certificateDer], { role: 'RESPONSE' })
    expect((await publisher(`${participant}/${accountProcess}/RESPONSE`)).text).toContain('<Role>RESPONSE</Role>')
    party.publish(brreg, [], { role: 'RESPONSE' })
  })

  it('lists what a participant has published', async () => {
    expect((await publisher(participant)).text).toContain(
      '<ProcessReference><ProcessIdentifier scheme="bdx-procid-dsop">urn:fdc:bits.no:2018:dsop:account:1.0' +
        '</ProcessIdentifier><Role>REQUEST</Role></ProcessReference></Participant>',
    )
  })

  it.each([
    'iso6523-actorid-upis::0192:889640782',
    `iso6523-actorid-upis::0192:889640782/${accountProcess}`,
    `${participant}/bdx-procid-dsop::urn:other`,
    `${participant}/no-scheme`,
    `${participant}/${accountProcess}/REQUEST/more`,
    'nonsense',
  ])('answers 404 at %s', async (path) => {
    expect((await publisher(path)).status).toBe(404)
  })

  it('gives several certificates in their order, and none after they were taken away', async () => {
    const renewed = await authority.organisation({ organisationNumber: '974760673', name: 'Brønnøysundregistrene' })
    party.publish(brreg, [consumer.certificateDer, renewed.certificateDer])
    expect((await publisher(`${participant}/${accountProcess}`)).text).toContain(
      `</ProcessIdentifier>${certificateElement(consumer)}${certificateElement(renewed)}</Process>`,
    )
    party.publish(brreg, [])
    expect((await publisher(`${participant}/${accountProcess}`)).status).toBe(404)
    expect((await locate(participant)).status).toBe(404)
  })

  it('writes a process identifier so that it cannot end its element', async () => {
    const process = { scheme: 'odd-scheme', value: 'a<b>&"c\'å' }
    party.publish(brreg, [consumer.certificateDer], { process })
    const { text } = await publisher(`${participant}/odd-scheme::${encodeURIComponent(process.value)}`)
    expect(text).toContain('<ProcessIdentifier scheme="odd-scheme">a&lt;b&gt;&amp;&quot;c&apos;å</ProcessIdentifier>')
    party.publish(brreg, [], { process })
  })

  it('is read only', async () => {
    const answer = await caller.send('DELETE', `${party.publisherUrl}/api/v1/${participant}`)
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET'])
  })
})

describe('the controls', () => {
  const both = async () => [
    (await locate(participant)).status,
    (await publisher(`${participant}/${accountProcess}`)).status,
  ]

  it('turn an outage and an unknown participant on and off', async () => {
    party.outage(true)
    expect(await both()).toEqual([503, 503])
    party.outage(false)
    party.unknownParticipant(true)
    expect(await both()).toEqual([404, 404])
    party.unknownParticipant(false)
    expect(await both()).toEqual([200, 200])
  })

  it('tell what was seen', async () => {
    const { cursor } = party.seen(0)
    await locate(encodeURIComponent(participant))
    expect(party.seen(cursor).seen).toMatchObject([
      { party: 'certpub', method: 'GET', path: `/locator/lookup/v2/${encodeURIComponent(participant)}`, status: 200 },
    ])
  })

  it('refuse an identifier that could not be asked for', () => {
    expect(() => party.publish('974760673/x', [])).toThrow(/0192:974760673/)
  })

  it('refuse what is no certificate', () => {
    expect(() => party.publish(brreg, [new Uint8Array([1, 2])])).toThrow(/certificate 1 of 1/)
  })
})

it('names the party when its port is taken', async () => {
  const port = Number(new URL(party.locatorUrl).port)
  await expect(startCertPub({ identity, port })).rejects.toThrow(PortTaken)
  await expect(startCertPub({ identity, port })).rejects.toThrow(/^CertPub/)
})
