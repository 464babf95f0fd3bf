import { describe, expect, it } from 'vitest'
import { caseIds } from '../fixtures/cases.ts'
import { answerTo, type RequestRoot } from '../messages.ts'
import { schemaVersions } from '../profile.ts'
import { schemaViolations } from '../schemas.ts'
import { askedOf, replyTo } from '../testing/damaged.ts'
import { xmlOf } from '../wire/build.ts'
import { problemsOf } from './judge.ts'

describe.each(caseIds)('%s', (id) => {
  describe.each(Object.entries(answerTo) as [RequestRoot, (typeof answerTo)[RequestRoot]][])('%s', (root, reply) => {
    it.each(schemaVersions)('is asked validly, and answered without a problem, in %s', (version) => {
      const asked = askedOf(id, reply, version)
      expect(schemaViolations(xmlOf(root, asked.request as never, { version }), version)).toEqual([])
      const problems = problemsOf(replyTo(id, reply, asked), asked)
      expect(problems.filter(({ weight }) => weight !== 'note')).toEqual([])
    })
  })
})
