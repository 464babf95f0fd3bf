import { describe, expect, it } from 'vitest'
import { nobody } from '../../../contracts/control/nobody.ts'
import { register } from '../../../contracts/register.ts'
import { controlWith } from '../../targets/external-control.ts'
import { fakeTarget, plainRequest } from '../testing/fake-target.ts'
import { quietly } from '../testing/quietly.ts'
import { type Check, defineCheck, defineInvariant } from './check.ts'
import { run } from './engine.ts'

const ids = ['KI-URL-004', 'KI-URL-005', 'KI-URL-006']
const requirements = register.filter(({ id }) => ids.includes(id))
const lawful = { ...plainRequest, token: {} }
const forged = { ...plainRequest, token: { claims: { iss: 'somebody' } } }

/** A bank that is tied to a Maskinporten and a CertPub that are not ours. */
async function judged(checks: readonly Check[], status = 200) {
  const target = await fakeTarget((_request, response) => response.writeHead(status).end('{}'), {
    external: ['maskinporten', 'certpub'],
  })
  const asked: string[] = []
  const client = {
    tokenFor: async (resource: string) => {
      asked.push(resource)
      return 'token-of-the-real-one'
    },
    close: async () => undefined,
  }
  const control = controlWith({ ours: nobody, external: target.external, client, baseUrls: [target.baseUrl] })
  const { report } = await run({
    target: { ...target, control },
    rows: { requirements, isSelected: () => true },
    checks,
    ...quietly,
  })
  await target.close()
  return {
    report,
    asked,
    baseUrl: target.baseUrl,
    of: (id: string) => report.results.find((one) => one.requirement === id),
  }
}

const asking = (verifies: string, request: typeof lawful) =>
  defineCheck(import.meta, { verifies, ask: ({ ask }) => ask(request), judge: (answer) => answer.answers(200) })

const everyAnswer = (atLeast: number) =>
  defineInvariant(import.meta, {
    verifies: 'KI-URL-004',
    ask: async ({ ask, during }) => {
      await ask(lawful)
      await during({ party: 'certpub', does: 'outage' }).ask(lawful)
    },
    kindOf: () => 'answers',
    atLeast: { answers: atLeast },
    each: (answer) => answer.answers(200),
  })

describe('where parties are external', () => {
  it('lawful tokens come from there, and what needs a forged one is not tested, and counted', async () => {
    const { report, asked, baseUrl, of } = await judged([asking('KI-URL-004', lawful), asking('KI-URL-005', forged)])
    expect(asked).toEqual([baseUrl])
    expect(of('KI-URL-004')?.verdict).toBe('pass')
    expect(of('KI-URL-005')).toMatchObject({ verdict: 'not-tested', reason: 'external-party' })
    expect(report.errors).toEqual([])
    expect(report.summary).toMatchObject({ verdict: 'incomplete', pass: 1, notTested: 2 })
  })

  it('what needs a party to fail is not tested, and leaves the others alone', async () => {
    const during = defineCheck(import.meta, {
      verifies: 'KI-URL-005',
      ask: (doors) => doors.during({ party: 'certpub', does: 'outage' }).ask(lawful),
      judge: (answer) => answer.answers(200),
    })
    const { of } = await judged([during, asking('KI-URL-006', lawful)])
    expect(of('KI-URL-005')).toMatchObject({ verdict: 'not-tested', reason: 'external-party' })
    expect(of('KI-URL-006')?.verdict).toBe('pass')
  })

  it('an invariant is judged by what could be asked, unless that is too little', async () => {
    expect((await judged([everyAnswer(1)])).of('KI-URL-004')?.verdict).toBe('pass')
    expect((await judged([everyAnswer(2)])).of('KI-URL-004')).toMatchObject({ reason: 'external-party' })
    expect((await judged([everyAnswer(2)], 500)).of('KI-URL-004')?.verdict).toBe('fail')
  })
})
