import { X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Authority,
  createAuthority,
  type OrganisationIdentity,
  type OrganisationRequest,
} from '../../../pki/authority.ts'
import { recipientFrom } from './certificate.ts'
import { createRecipients, RecipientMissing } from './recipients.ts'

const organisationNumber = '974760673'
const hour = 3_600_000
let authority: Authority
let good: OrganisationIdentity
let expired: OrganisationIdentity

beforeAll(async () => {
  authority = await createAuthority()
  const request = { organisationNumber, name: 'Brønnøysundregistrene' }
  good = await authority.organisation(request)
  expired = await authority.organisation({
    ...request,
    notBefore: new Date(Date.now() - 2 * hour),
    notAfter: new Date(Date.now() - hour),
  })
})

const keyOf = ({ certificatePem }: OrganisationIdentity) =>
  new X509Certificate(certificatePem).publicKey.export({ format: 'jwk' }).n
const published = (certificates: readonly OrganisationIdentity[], participant = `0192:${organisationNumber}`) =>
  `<Process xmlns="urn:fdc:difi.no:2017:virksert:v1"><ParticipantIdentifier scheme="iso6523-actorid-upis">${participant}</ParticipantIdentifier>` +
  `<ProcessIdentifier scheme="bdx-procid-dsop">urn:fdc:bits.no:2018:dsop:account:1.0</ProcessIdentifier>` +
  certificates
    .map(({ certificateDer }) => `<Certificate>${Buffer.from(certificateDer).toString('base64')}</Certificate>`)
    .join('') +
  '</Process>'

interface Site {
  located: { status: number; text: string }
  published: { status: number; text: string }
}

/** CertPub as a table, and a clock. */
function setUp(changes: Partial<Site> = {}, publisher = 'https://publisher/base') {
  const locator = JSON.stringify({ 'oasis-bdxr-smp-2': 'https://elsewhere', 'difi-bcp-v1': publisher })
  const site: Site = {
    located: { status: 200, text: locator },
    published: { status: 200, text: published([good]) },
    ...changes,
  }
  const asked: string[] = []
  let clock = Date.now()
  const recipients = createRecipients({
    locatorUrl: 'https://locator/',
    trust: [authority.rootPem],
    now: () => clock,
    outgoing: {
      get: async (url) => {
        asked.push(url)
        return url.startsWith('https://locator/') ? site.located : site.published
      },
    },
  })
  const key = async () => (await recipients.keyOf(organisationNumber)).export({ format: 'jwk' }).n
  return {
    site,
    asked,
    recipients,
    key,
    wait: (hours: number) => {
      clock += hours * hour
    },
  }
}

const participant = 'iso6523-actorid-upis%3A%3A0192%3A974760673'
const process = 'bdx-procid-dsop%3A%3Aurn%3Afdc%3Abits.no%3A2018%3Adsop%3Aaccount%3A1.0'

describe('the look-up', () => {
  it.each(['https://publisher/base', 'https://publisher/base/'])('joins %s to one right address', async (publisher) => {
    const { key, asked } = setUp({}, publisher)
    expect(await key()).toBe(keyOf(good))
    expect(asked).toEqual([
      `https://locator/lookup/v2/${participant}`,
      `https://publisher/base/api/v1/${participant}/${process}`,
    ])
  })

  it('takes one that may be used of several', async () => {
    const { key } = setUp({ published: { status: 200, text: published([expired, good]) } })
    expect(await key()).toBe(keyOf(good))
  })

  const missing: [string, 'unknown' | 'unreachable', () => Partial<Site>][] = [
    ['a locator that knows nobody', 'unknown', () => ({ located: { status: 404, text: '' } })],
    ['a locator without our interface', 'unknown', () => ({ located: { status: 200, text: '{"other":"https://x"}' } })],
    ['a publisher that knows nobody', 'unknown', () => ({ published: { status: 404, text: '' } })],
    ['a certificate that has ended', 'unknown', () => ({ published: { status: 200, text: published([expired]) } })],
    ['no certificate', 'unknown', () => ({ published: { status: 200, text: published([]) } })],
    ['an outage', 'unreachable', () => ({ located: { status: 503, text: '' } })],
    ['a redirect', 'unreachable', () => ({ published: { status: 302, text: '' } })],
    [
      'another participant',
      'unreachable',
      () => ({ published: { status: 200, text: published([good], '0192:974761076') } }),
    ],
    ['no XML', 'unreachable', () => ({ published: { status: 200, text: 'x' } })],
    ['no JSON', 'unreachable', () => ({ located: { status: 200, text: 'x' } })],
  ]
  it.each(missing)('finds nothing behind %s', async (_, why, changes) => {
    await expect(setUp(changes()).key()).rejects.toSatisfy(
      (error) => error instanceof RecipientMissing && error.why === why,
    )
  })
})

describe('what was found', () => {
  it('is used for an hour, and asked for once by all who ask at the same time', async () => {
    const { key, asked, wait } = setUp()
    await Promise.all([key(), key(), key()])
    wait(0.9)
    await key()
    expect(asked).toHaveLength(2)
    wait(0.2)
    await key()
    expect(asked).toHaveLength(4)
  })

  it('bridges an outage of a day, and no longer', async () => {
    const { key, site, wait } = setUp()
    await key()
    site.located = { status: 503, text: '' }
    wait(2)
    expect(await key()).toBe(keyOf(good))
    wait(23)
    await expect(key()).rejects.toThrow(RecipientMissing)
  })

  it('is dropped when CertPub says that there is none', async () => {
    const { key, site, wait } = setUp()
    await key()
    const { located } = site
    site.located = { status: 404, text: '' }
    wait(2)
    await expect(key()).rejects.toThrow(RecipientMissing)
    site.located = { ...located, status: 503 }
    await expect(key()).rejects.toThrow(RecipientMissing)
  })

  it('is forgotten on demand', async () => {
    const { key, recipients, asked } = setUp()
    await key()
    recipients.forget()
    await key()
    expect(asked).toHaveLength(4)
  })
})

describe('a certificate', () => {
  const outcome = async (request: Partial<OrganisationRequest>, trust = [authority.rootPem], now = Date.now()) => {
    const { certificateDer } = await authority.organisation({ organisationNumber, name: 'x', ...request })
    return recipientFrom(certificateDer, { organisationNumber, trust, now })
  }

  it('is refused for its time, its issuer, its organisation, its usage', async () => {
    const other = await createAuthority()
    expect(await outcome({}, [authority.rootPem], Date.now() + 4 * 365 * 24 * hour)).toEqual({
      problem: 'it is not valid now',
    })
    expect(await outcome({ notBefore: new Date(Date.now() + hour) })).toEqual({ problem: 'it is not valid now' })
    expect(await outcome({}, [other.rootPem])).toEqual({ problem: 'it is issued by nobody that the bank trusts' })
    expect(await outcome({}, [])).toEqual({ problem: 'it is issued by nobody that the bank trusts' })
    expect(await outcome({ organisationNumber: '974761076' })).toEqual({ problem: 'it is of another organisation' })
    expect(await outcome({ keyUsage: ['digitalSignature'] })).toEqual({ problem: 'its key may not encipher keys' })
    expect(recipientFrom(new Uint8Array([1, 2, 3]), { organisationNumber, trust: [], now: 0 })).toEqual({
      problem: 'it cannot be read',
    })
  })

  it('is no server certificate', async () => {
    const { certificatePem } = await authority.server(['127.0.0.1'])
    const rules = { organisationNumber, trust: [authority.rootPem], now: Date.now() }
    expect(recipientFrom(new X509Certificate(certificatePem).raw, rules)).toEqual({
      problem: 'it is of another organisation',
    })
  })
})
