import { expect, it } from 'vitest'
import { serviceLevel } from '../../../../contracts/ytelse/service-level.ts'
import { answeredIn, windowOf } from '../../testing/window.ts'
import { quickEnough } from './verdicts.ts'

it('those that were slow are told by what they asked for', () => {
  const requests = Array.from({ length: 1200 }, (_, n) =>
    n % 40 === 7 ? answeredIn(700, { kind: n === 7 ? 'details' : 'pages' }) : answeredIn(20),
  )
  expect(quickEnough([windowOf(requests)], serviceLevel)).toMatchObject([
    { weight: 'breach', what: expect.stringMatching(/They were 1 of details, 29 of pages$/) },
  ])
})
