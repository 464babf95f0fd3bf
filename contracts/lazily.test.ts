import { expect, it } from 'vitest'
import { akeldoViolations } from './akeldo/schemas.ts'
import { brokerShapes, violationsOf } from './altinn-broker/schemas.ts'
import { controlCalls } from './control/protocol.ts'
import { wrongsOf } from './control/wrongs.ts'
import { lazily } from './lazily.ts'

it('makes each once, at the first use, undefined as well', () => {
  const asked: string[] = []
  const make = lazily((key: string) => {
    asked.push(key)
    return key === 'nothing' ? undefined : key.length
  })
  expect(asked).toEqual([])
  expect(['one', 'nothing', 'one', 'nothing'].map(make)).toEqual([3, undefined, 3, undefined])
  expect(asked).toEqual(['one', 'nothing'])
})

it('hides no schema that does not compile: all of them do', () => {
  for (const call of controlCalls)
    for (const part of ['request', 'answer'] as const) expect(wrongsOf(call, part, 1)).not.toEqual([])
  for (const shape of ['aktoer', 'aktoerer'] as const) expect(akeldoViolations(shape, 1)).not.toEqual([])
  for (const shape of brokerShapes) expect(violationsOf(shape, 1)).not.toEqual([])
})
