import type { Deed, Observation } from '../../contracts/report/evidence.ts'
import { organisation, person } from './words.ts'

/** What the parties saw. */
export const observations: readonly Observation[] = [
  { id: 'o1', epoch: 'calm', party: 'maskinporten', at: '2026-11-21T12:00:01.500Z', method: 'GET', path: '/jwk', status: 200 },
  {
    id: 'o2',
    epoch: 'certpub-outage',
    party: 'certpub',
    at: '2026-11-21T12:00:06.500Z',
    method: 'GET',
    path: `/lookup/v2/iso6523-actorid-upis::0192:${organisation}?party=${person}`,
    status: 503,
  },
  {
    id: 'o3',
    epoch: 'bostyrer/opening',
    party: 'brreg',
    at: '2026-11-21T12:00:08.100Z',
    method: 'GET',
    path: '/konkursvarsler/oppdatert/2026-11-21T11:00:00.000Z',
    status: 200,
    brreg: {
      asked: 'updated-list',
      since: '2026-11-21T11:00:00.000Z',
      tls: {
        protocol: 'TLSv1.3',
        certificate: {
          organisationNumber: '987654325',
          trusted: true,
          issuer: 'CN=Test4 CA 3, O=samsvar',
          notBefore: '2026-01-01T00:00:00.000Z',
          notAfter: '2029-01-01T00:00:00.000Z',
          policies: ['2.16.578.1.26.1.0.3.2'],
        },
      },
      served: { count: 1, notices: ['0b0a0c0d-0000-8000-8000-0000000000d1'], latest: '2026-11-21T12:00:08.000Z' },
      contentLength: 420,
    },
  },
  {
    id: 'o4',
    epoch: 'bostyrer/look-up',
    party: 'kfr',
    at: '2026-11-21T12:00:08.600Z',
    method: 'GET',
    path: '/kar-ws/api/v2/customers/customerRelationships?fromDate=2025-11-20&toDate=2026-11-21&onlyPrimaryOwner=TRUE',
    status: 200,
    kfr: {
      operation: 'relationships',
      version: '2.0',
      token: {
        believed: true,
        scopes: ['bits:kundeforhold'],
        organisation: '974760673',
        method: 'virksomhetssertifikat',
        issued: 1_795_262_408,
        expires: 1_795_262_528,
        late: -120,
      },
      customer: { digest: '936dc5dc2ba6d9ec', fixture: 'K1', kind: 'organisation', synthetic: true },
      correlationId: '0b0a0c0d-0000-8000-8000-0000000000d3',
      period: { from: '2025-11-20', to: '2026-11-21' },
      named: 2,
      problems: [],
    },
  },
]

/** What was done in the story of a bostyrer, and waited for. */
export const deeds: readonly Deed[] = [
  {
    id: 'd1',
    epoch: 'bostyrer/opening',
    at: '2026-11-21T12:00:08.000Z',
    does: 'publish',
    told: {
      publication: {
        notices: [
          {
            uuid: '0b0a0c0d-0000-8000-8000-0000000000d1',
            debtor: 'K1',
            type: 'aapning',
            registreringstidspunkt: '2026-11-21T12:00:08.000Z',
            kjennelsesdato: '2026-11-20',
          },
        ],
      },
    },
    outcome: { published: 1 },
  },
  {
    id: 'd2',
    epoch: 'bostyrer/opening',
    at: '2026-11-21T12:00:08.050Z',
    does: 'wait',
    told: 'opening',
    outcome: { met: true, until: '2026-11-21T12:16:38.050Z', seconds: 3 },
  },
  {
    id: 'd3',
    epoch: 'bostyrer/look-up',
    at: '2026-11-21T12:00:08.550Z',
    does: 'lookUp',
    told: { lookUp: { customer: 'K1', from: '2025-11-20' } },
    outcome: {
      status: 200,
      code: null,
      period: { from: '2025-11-20', to: '2026-11-21' },
      banks: [
        { organizationID: '987654325', bankName: 'Prøvebanken Sør & Nord' },
        { organizationID: '310000140', bankName: 'NICS Sparebank' },
      ],
    },
  },
]
