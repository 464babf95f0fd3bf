import { describe, expect, it } from 'vitest'
import { type Arrived, correlate, type OpenCase } from './correlate.ts'

const one: OpenCase = {
  number: 1,
  root: 'restgjeldsforespoersel',
  bank: 'b',
  answerTo: ['m'],
  referanse: 'Oppdrag 1',
  sendersFileTransferReference: 's-1',
  isAnswered: false,
}
const two: OpenCase = { ...one, number: 2, referanse: 'Oppdrag 2', sendersFileTransferReference: 's-2' }
const settled: OpenCase = { ...one, number: 3, root: 'innfrielsessaldoforespoersel', referanse: 'Oppdrag 3' }
const answer: Arrived = {
  bank: 'b',
  office: 'm',
  messageType: 'Restgjeldssvar',
  sendersFileTransferReference: 'x',
  referanse: null,
}

describe('an answer', () => {
  it.each<readonly [string, Partial<Arrived>, readonly OpenCase[], number | null, string | undefined]>([
    ['its reference', { referanse: 'Oppdrag 2' }, [one, two], 2, 'mottaker.referanse'],
    [
      'its reference before that of the sender',
      { referanse: 'Oppdrag 2', sendersFileTransferReference: 's-1' },
      [one, two],
      2,
      'mottaker.referanse',
    ],
    [
      'the reference of the sender',
      { sendersFileTransferReference: 's-2' },
      [one, two],
      2,
      'sendersFileTransferReference',
    ],
    ['being the only open one', {}, [{ ...one, isAnswered: true }, two], 2, 'only open case'],
    ['nothing, where two are open', {}, [one, two], null, undefined],
    ['nothing, where none is open', {}, [{ ...one, isAnswered: true }], null, undefined],
    ['nothing, from another bank without a reference', { bank: 'c' }, [one], null, undefined],
    [
      'its reference, in the name of another bank',
      { bank: 'c', referanse: 'Oppdrag 1' },
      [one],
      1,
      'mottaker.referanse',
    ],
    ['its reference, at another office', { office: 'n', referanse: 'Oppdrag 1' }, [one], 1, 'mottaker.referanse'],
    [
      'the reference of the sender, at another office',
      { office: 'n', sendersFileTransferReference: 's-1' },
      [one],
      1,
      'sendersFileTransferReference',
    ],
    ['nothing, at another office without a reference', { office: 'n' }, [one], null, undefined],
    [
      'its reference, although it is called an answer of the other flow',
      { referanse: 'Oppdrag 3' },
      [settled],
      3,
      'mottaker.referanse',
    ],
    ['nothing, of the other flow', {}, [{ ...settled, isAnswered: false }], null, undefined],
    [
      'its reference, though it was answered before',
      { referanse: 'Oppdrag 1' },
      [{ ...one, isAnswered: true }],
      1,
      'mottaker.referanse',
    ],
    [
      'its reference, whatever it calls itself',
      { messageType: 'Svar', referanse: 'Oppdrag 3' },
      [settled],
      3,
      'mottaker.referanse',
    ],
  ])('finds its case by %s', (_how, changes, cases, number, by) => {
    const match = correlate(cases, { ...answer, ...changes })
    expect([match?.case.number ?? null, match?.by]).toEqual([number, by])
  })

  it('belongs to the later one of two with the same reference', () => {
    expect(correlate([one, { ...one, number: 9 }], { ...answer, referanse: 'Oppdrag 1' })?.case.number).toBe(9)
  })
})
