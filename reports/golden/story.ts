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
]
