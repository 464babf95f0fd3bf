import { describe, expect, it } from 'vitest'
import { damages } from '../../contracts/dsve/damages/all.ts'
import { says, xml } from '../../contracts/dsve/damages/damage.ts'
import { caseIds, cases } from '../../contracts/dsve/fixtures/cases.ts'
import { caseIdentifiers } from '../../contracts/dsve/fixtures/identifiers.ts'
import type { Known } from '../../contracts/dsve/fixtures/known.ts'
import { people } from '../../contracts/dsve/fixtures/people.ts'
import type { LetterSighting } from '../../contracts/dsve/sighting.ts'
import { answeredIn, letterOf } from '../../suites/kit/testing/letter.ts'
import { evidenceNdjson } from '../evidence.ts'
import { golden as record } from '../golden/record.ts'
import { redact } from './record.ts'
import { scan } from './scan.ts'

/** A run that has seen that letter and nothing else, as it is told to others. */
function told(letter: LetterSighting, identifiers = caseIdentifiers): string {
  const seen = { ...record, exchanges: [], deeds: [], loads: [], observations: [answeredIn(letter)] }
  const report = { ...record.report, results: [] }
  const redacted = redact({ ...seen, report, known: { identifiers, secrets: [] } })
  return evidenceNdjson(redacted)
}

const numbers = (known: Known) => known.laan.flatMap(({ laanenummer, kontonummer }) => [laanenummer, kontonummer])
const persons = Object.values(people)

describe('a letter that is told', () => {
  it.each(caseIds.flatMap((id) => [[id, 'restgjeldssvar'] as const, [id, 'innfrielsessaldosvar'] as const]))(
    'of %s, %s, holds nobody and no account, also where the run knows of none',
    (id, reply) => {
      const text = told(letterOf(id, reply), [])
      for (const value of numbers(cases[id])) expect(text).not.toContain(value)
      for (const { id: number, etternavn } of persons) {
        expect(text).not.toContain(number)
        expect(text).not.toContain(etternavn)
      }
    },
  )

  it('of every damage holds no number of a person and nobody’s name', () => {
    for (const { of, reply, does, version, what } of damages) {
      const text = told(letterOf(of, reply, does, version))
      for (const { id: number, etternavn } of persons)
        for (const value of [number, etternavn, ...numbers(cases[of])]) expect(text, what).not.toContain(value)
      scan(new Map([['evidence.ndjson', text]]), { identifiers: caseIdentifiers, secrets: [] }, [])
    }
  })

  it('shows status, elements and where something is wrong', () => {
    const [damage] = damages.filter(({ path }) => path === '/restgjeldssvar/laanliste/laan/kontonummer')
    const text = told(letterOf('S1', 'restgjeldssvar', damage?.does))
    const [, line = ''] = text.split('\n')
    const { letter } = JSON.parse(line)
    expect(letter.reply.propertyList).toEqual({ messageType: 'Restgjeldssvar', status: 'RutetSuksessfullt' })
    expect(letter.reply).not.toHaveProperty('payload')
    expect(letter.reply.problems[0]).toMatchObject({ path: '/restgjeldssvar/laanliste/laan/kontonummer' })
    const [, message] = letter.reply.files
    expect(message.root.children.map(({ name }: { name: string }) => name)).toEqual([
      'avsender',
      'mottaker',
      'laanliste',
      'registerenheterMedDokumentreferanser',
      'sperretForVidereOpplaan',
    ])
  })

  it('shows what the validator says, without the value that it quotes', () => {
    const does = xml({ 'laanliste/laan/saldo': says('1234,50 Kr') })
    const text = told(letterOf('S1', 'restgjeldssvar', does))
    expect(text).toContain("is not a valid value of the atomic type 'xs:decimal'")
    expect(text).not.toContain('1234,50')
    const forged = xml({
      'laanliste/laan/laantakereHjemmelshaver/navn': says("Element 'navn': Ola Nordmann eier 'alt'"),
    })
    expect(told(letterOf('S1', 'restgjeldssvar', forged), [])).not.toContain('Nordmann')
  })

  it('shows days that are other than those asked for, and how many', () => {
    const does = xml({ 'laanliste/laan/saldoerPerDato/saldoPerDato/dato': says('2026-12-24') })
    expect(told(letterOf('S1', 'innfrielsessaldosvar', does))).toContain('"actual":"0 of 1: 2026-12-24"')
  })

  it.each([
    ['1E6', 'med eksponent'],
    ['1234,5', 'med komma'],
    ['0.12345', '5 desimaler'],
    ['-5', 'negativ'],
    ['NaN', 'ikke et tall'],
  ])('shows what is strange about the amount %s', (saldo, note) => {
    const text = told(letterOf('S1', 'restgjeldssvar', xml({ 'laanliste/laan/saldo': says(saldo) })))
    expect(text).toMatch(new RegExp(`"saldo","line":\\d+,"text":"beløp#\\d+ \\(${note}\\)"`))
  })
})
