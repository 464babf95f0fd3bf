import { describe, expect, it } from 'vitest'
import { createGate } from './gate.ts'
import { redactValue } from './value.ts'

const told = (message: string) => {
  const gate = createGate({
    known: { identifiers: [{ value: 'Kari Moe', name: 'P1.name' }], secrets: [] },
    harmless: [],
  })
  return (redactValue(gate, { message }) as { message: string }).message
}

describe('names that the run has never heard of', () => {
  it.each([
    ['Kunden Ola Nordmann finnes ikke', 'Kunden navn#1 finnes ikke'],
    ['no agreement for Nordmann', 'no agreement for navn#1'],
    ['Ola Nordmann has no account', 'navn#1 has no account'],
    ['Fant ikke NORDMANN, OLA i registeret', 'Fant ikke navn#1 i registeret'],
    ['Fullmakt for Anne-Marie von Trapp-Åsen mangler', 'Fullmakt for navn#1 mangler'],
    ["Not found: the account of O'Brien", 'Not found: the account of navn#1'],
    ['Kontoen eies av MacLeod og Østby', 'Kontoen eies av navn#1 og navn#2'],
    ['Disponert av Kari Moe og Per Holm', 'Disponert av {P1.name} og navn#1'],
  ])('are masked in %s', (message, expected) => expect(told(message)).toBe(expected))

  it.each([
    'Internal Server Error',
    'Bad Request: Legal-Mandate Header Missing',
    'Kontoen er avsluttet og arkivert. Opplysningene finnes i banken og kan bestilles manuelt.',
    'AccountInfoRequestID and CorrelationID are required',
    'The JWT from Maskinporten is not valid. Audience is wrong',
    'The certificate at CertPub could not be read: TLS handshake failed',
    'Thursday is no date',
  ])('are not seen in %s', (message) => expect(told(message)).toBe(message))
})
