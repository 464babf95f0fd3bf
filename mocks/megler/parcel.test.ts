import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../../contracts/calendar.ts'
import { caseIds } from '../../contracts/dsve/fixtures/cases.ts'
import { propertyLimits } from '../../contracts/dsve/transfer/properties.ts'
import { readMessage } from '../../contracts/dsve/wire/read.ts'
import { questions } from './fixtures.ts'
import { draftOf, parcelOf } from './parcel.ts'
import { messagesIn, openPayload, type RequestRoot } from './wire.ts'

const bank = { id: '314703103', foretaksnavn: 'Banken' }
const roots: readonly RequestRoot[] = ['restgjeldsforespoersel', 'innfrielsessaldoforespoersel']

describe.each(roots)('a %s', (root) => {
  it.each(caseIds)(
    'about %s is valid, for the bank that is tested, and tells nobody’s name outside the file',
    (fixture) => {
      const day = '2026-11-20' as IsoDate
      const { message, office, answerTo } = questions.about(fixture, root, { day, referanse: 'Oppdrag 1', bank })
      const parcel = parcelOf(
        draftOf({ root, message, office, mark: 'abc', canaryUrl: 'https://megler.test/kanari/abc' }),
      )
      const opened = openPayload(parcel.payload)
      if (!opened.ok) throw new Error(opened.refusal.what)
      const [found] = messagesIn(opened.value)
      const read = found && readMessage(found.xml)
      expect(read).toMatchObject({
        ok: true,
        value: { root, message: { mottaker: bank, avsender: { id: office.id } } },
      })
      expect(opened.value.manifest).toMatchObject({
        ok: true,
        value: { reportee: office.id, sendersReference: parcel.sendersFileTransferReference },
      })
      expect(questions.offices.map(({ id }) => id)).toEqual(expect.arrayContaining([office.id, ...answerTo]))
      expect(Object.keys(parcel.propertyList).length).toBeLessThanOrEqual(propertyLimits.entries)
      const { payload: _payload, ...outside } = parcel
      const people = JSON.stringify(message).match(/"(id|etternavn)":"[^"]+"/g) ?? []
      const names = people.map((one) => one.split('"')[3] ?? '').filter((one) => !/^\d{9}$/.test(one))
      for (const name of names) expect(JSON.stringify(outside)).not.toContain(name)
    },
  )
})
