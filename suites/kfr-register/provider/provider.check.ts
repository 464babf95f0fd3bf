import type { KfrVersion } from '../../../contracts/kfr/operations.ts'
import { providerSchema, violations } from '../../../contracts/kfr/schemas.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { all, forEach, given, type Judgement, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf, versionsOf } from '../calls.ts'
import { letIn, refused, served } from '../judging.ts'
import { judged, withSample } from '../samples.ts'

/** Whose account it is. No check digit is looked at, and an account that nobody knows has no documented answer. */

async function inEach(doors: Doors, account: string) {
  const calls = callsOf(doors)
  const found: { readonly version: KfrVersion; readonly answer: Answer }[] = []
  for (const version of versionsOf(doors.target))
    found.push({ version, answer: await doors.ask(calls.provider(version, account)) })
  return found
}

/** Whichever way it is spelled. */
const numberIn = (answer: Answer): string => {
  const { organizationID, organizationId } = Object(answer.body) as Readonly<Record<string, unknown>>
  return String(organizationID ?? organizationId ?? '')
}

const wellFormed = (version: KfrVersion, answer: Answer): Judgement => {
  const member = version === '2.0' ? 'organizationID' : 'organizationId'
  const [violation] = violations(providerSchema(version), answer.body)
  return answer.finds(violation === undefined, {
    what: `should have ${member} and bankName`,
    expected: 'an organisation number and a name',
    at: `/${member}`,
  })
}

const nextDigit = (account: string) => account.slice(0, -1) + ((Number(account.at(-1)) + 1) % 10)
const malformed = ['123', '860111179471', '8601111794A', '8601.11.17947']

export default [
  defineCheck(import.meta, {
    verifies: 'KFRO-056',
    ask: (doors) =>
      withSample(doors.target, 'account', async ({ accountIdentifier, organisationNumber }) => ({
        organisationNumber,
        found: await inEach(doors, accountIdentifier),
      })),
    judge: (asked) =>
      judged(asked, 'account', ({ organisationNumber, found }) =>
        all(
          ...found.map(({ version, answer }) =>
            labelled(
              version,
              answer.status === 200
                ? all(
                    wellFormed(version, answer),
                    answer.finds(numberIn(answer) === organisationNumber, {
                      what: 'should be the institution of the account',
                      expected: organisationNumber,
                      at: Object(answer.body).organizationID === undefined ? '/organizationId' : '/organizationID',
                    }),
                  )
                : served(answer),
            ),
          ),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-057',
    ask: (doors) =>
      withSample(doors.target, 'account', async ({ accountIdentifier }) => ({
        lawful: await inEach(doors, accountIdentifier),
        wrong: await inEach(doors, nextDigit(accountIdentifier)),
      })),
    judge: (asked) =>
      judged(asked, 'account', ({ lawful, wrong }) =>
        given(all(...lawful.map(({ answer }) => served(answer))), () =>
          all(
            ...wrong.map(({ version, answer }) =>
              labelled(
                version,
                answer.finds(answer.status !== 400, {
                  what: 'a wrong check digit should be no reason to refuse it',
                  expected: 'anything but 400',
                  at: 'status',
                }),
              ),
            ),
          ),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-058',
    ask: async (doors) => {
      const asked = []
      for (const [at, account] of malformed.entries())
        for (const { version, answer } of await inEach(doors, account))
          asked.push({ label: `${version}, malformed account ${at + 1}`, asked: answer })
      return asked
    },
    judge: (asked) => forEach(asked, (answer) => given(letIn(answer), () => refused(answer, 400, 'ERR-004'))),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-060',
    ask: (doors) =>
      withSample(doors.target, 'collectionAccount', async ({ accountIdentifier, organisationNumber }) => ({
        organisationNumber,
        found: await inEach(doors, accountIdentifier),
      })),
    judge: (asked) =>
      judged(asked, 'collectionAccount', ({ organisationNumber, found }) =>
        all(
          ...found.map(({ version, answer }) =>
            labelled(
              version,
              answer.status === 200
                ? answer.finds(numberIn(answer) === organisationNumber, {
                    what: 'should be the institution that uses the collection account',
                    expected: organisationNumber,
                    at: Object(answer.body).organizationID === undefined ? '/organizationId' : '/organizationID',
                  })
                : given(letIn(answer), () => served(answer)),
            ),
          ),
        ),
      ),
  }),
]
