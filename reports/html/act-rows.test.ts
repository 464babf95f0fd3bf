import { expect, it } from 'vitest'
import type { Act } from '../../contracts/altinn-broker/acts.ts'
import { people } from '../../contracts/dsve/fixtures/people.ts'
import type { Observation } from '../../contracts/report/evidence.ts'
import { golden } from '../golden/record.ts'
import { redact } from '../redact/record.ts'
import { sightingMarkup } from './seen-and-done.ts'

const id = '5f0c2a11-0000-4000-8000-000000000001'
const act: Act = {
  at: '2026-11-27T12:00:00.000Z',
  operation: 'search',
  party: '0192:312345676',
  vendor: '0192:310000003',
  client: null,
  fileTransferId: null,
  status: 200,
}
const seen = (changes: Partial<Observation>): Observation => ({
  id: 'o1',
  epoch: 'calm',
  party: 'altinn-broker',
  at: act.at,
  method: 'search',
  path: '',
  status: 200,
  ...changes,
})
function shown(changes: Partial<Observation>): string {
  const { observations } = redact({ ...golden, exchanges: [], deeds: [], loads: [], observations: [seen(changes)] })
  return sightingMarkup(observations[0] ?? seen({}), true).text
}

it('a search is shown with what was searched for, and nothing of anybody', () => {
  const query = `resourceId=kv_dsve_test&status=Published&recipientStatus=Initialized&role=Recipient&from=${people.kari.id}`
  const text = shown({ act: { ...act, query } })
  expect(text).toContain(
    'resourceId=kv_dsve_test&amp;status=Published&amp;recipientStatus=Initialized&amp;role=Recipient',
  )
  expect(text).toContain('altinn-broker · search <span')
  expect(text).not.toContain(people.kari.id)
})

it('what was sent is shown with its metadata, under the id that the broker gave', () => {
  const request = {
    fileName: `restgjeldssvar_${people.kari.id}.zip`,
    resourceId: 'kv_dsve_test',
    sendersFileTransferReference: 'R-1',
    sender: '0192:312345676',
    recipients: ['0192:313456781'],
    propertyList: { messageType: 'Restgjeldssvar', status: 'Feil', statusDescription: `Kari ${people.kari.etternavn}` },
  }
  const text = shown({
    path: `/${id}`,
    method: 'initialise',
    act: { ...act, operation: 'initialise', fileTransferId: id, request },
  })
  expect(text).toContain(id)
  expect(text).toContain('&quot;status&quot;: &quot;Feil&quot;')
  expect(text).not.toContain(people.kari.id)
  expect(text).not.toContain(people.kari.etternavn)
})

it('a letter without an answer says what it was', () => {
  const letter = { what: 'confirmed', number: 3, fixture: 'S1', fileTransferId: id } as const
  expect(shown({ party: 'megler', method: 'confirmed', path: 'S1', letter })).toContain(
    'Banken har bekreftet forespørselen',
  )
})
