import { addDays } from '../../../contracts/calendar.ts'
import { bankruptcyMandate, headerNames, queryNames, scopes } from '../../../contracts/kfr/operations.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import type { Changes, Request } from '../../kit/ask/request.ts'
import { type Asked, all, forEach, given, type Judgement, labelled, notApplicable } from '../../kit/judge/judgement.ts'
import { type Check, defineCheck } from '../../kit/run/check.ts'
import { bankruptcyRegister, callsOf, profileOf, tokenFor, versionsOf } from '../calls.ts'
import { someAccount } from '../doors.ts'
import { answered, notDone, refused, rowsOf, served } from '../judging.ts'

/** What a question of an agency has to hold. */

interface Probed {
  readonly lawful: Answer
  readonly asked: readonly Asked<Answer>[]
}

const serves2 = ({ target }: Pick<Doors, 'target'>) => versionsOf(target).includes('2.0')
const noSecond = (): Judgement => notApplicable('capability-absent', 'the participant serves no look-up in 2.0')

async function probed({ ask }: Doors, lawful: Request, table: Readonly<Record<string, Changes>>): Promise<Probed> {
  const asked: Asked<Answer>[] = []
  const first = await ask(lawful)
  for (const [label, changes] of Object.entries(table)) asked.push({ label, asked: await ask(lawful, changes) })
  return { lawful: first, asked }
}

const header = (name: string, value: string | null): Changes => ({ headers: { [name]: value } })
const query = (name: string, value: string | null): Changes => ({ query: { [name]: value } })

/** Of the second version alone. */
const inSecond = (
  verifies: string,
  ask: (doors: Doors) => Promise<Probed>,
  judge: (probed: Probed) => Judgement,
): Check =>
  defineCheck(import.meta, {
    verifies,
    ask: (doors) => (serves2(doors) ? ask(doors) : Promise.resolve(null)),
    judge: (found) => (found === null ? noSecond() : judge(found)),
  })

const refusesAll = ({ lawful, asked }: Probed): Judgement =>
  given(served(lawful), () => forEach(asked, (answer) => answered(answer, 400)))

const relationships = (doors: Doors) => {
  const calls = callsOf(doors)
  return calls.relationships('2.0', calls.customer('looked-up'))
}

export default [
  inSecond(
    'KFRO-046',
    (doors) =>
      probed(doors, relationships(doors), {
        'no CorrelationID': header(headerNames.correlation, null),
        'no Legal-Mandate': header(headerNames.mandate, null),
        'no AccountInfoRequestID': header(headerNames.inquiry, null),
        'no fromDate': query(queryNames.from, null),
        'no toDate': query(queryNames.to, null),
      }),
    refusesAll,
  ),
  inSecond(
    'KFRO-059',
    (doors) => {
      const { account } = profileOf(doors.target).samples ?? {}
      return probed(doors, callsOf(doors).provider('2.0', account?.accountIdentifier ?? someAccount), {
        'no Legal-Mandate': header(headerNames.mandate, null),
        'no AccountInfoRequestID': header(headerNames.inquiry, null),
      })
    },
    refusesAll,
  ),
  inSecond(
    'KFRO-047',
    (doors) =>
      probed(doors, relationships(doors), {
        true: query(queryNames.onlyPrimaryOwner, 'true'),
        TRUE: query(queryNames.onlyPrimaryOwner, 'TRUE'),
        True: query(queryNames.onlyPrimaryOwner, 'True'),
        '1 for true': query(queryNames.onlyPrimaryOwner, '1'),
        ja: query(queryNames.onlyPrimaryOwner, 'ja'),
      }),
    ({ lawful, asked }) =>
      given(served(lawful), () =>
        all(
          forEach(asked.slice(0, 3), served),
          forEach(asked.slice(3), (answer) => answered(answer, 400)),
        ),
      ),
  ),
  defineCheck(import.meta, {
    verifies: 'KFRO-054',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const found = []
      for (const version of versionsOf(doors.target)) {
        const lawful = calls.relationships(version, calls.customer('looked-up'))
        const backwards = { [queryNames.from]: calls.today, [queryNames.to]: addDays(calls.today, -2) }
        found.push({
          version,
          lawful: await doors.ask(lawful),
          numbers: [
            await doors.ask(lawful, header(headerNames.customer, '1234567890')),
            await doors.ask(lawful, header(headerNames.customer, 'ABCDEFGHI')),
          ],
          periods: [
            await doors.ask(lawful, query(queryNames.from, '20.11.2026')),
            await doors.ask(lawful, { query: backwards }),
          ],
          representation: await doors.ask(lawful, header('Accept', 'text/csv')),
        })
      }
      return found
    },
    judge: (found) =>
      all(
        ...found.map(({ version, lawful, numbers, periods, representation }) =>
          labelled(
            version,
            given(served(lawful), () =>
              all(
                ...numbers.map((answer) => labelled('bad CustomerID', refused(answer, 400, 'ERR-002'))),
                ...periods.map((answer) => labelled('bad period', refused(answer, 400, 'ERR-003'))),
                labelled('Accept: text/csv', answered(representation, 406)),
              ),
            ),
          ),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-052',
    ask: async (doors) => {
      const calls = callsOf(doors)
      const found = []
      for (const version of versionsOf(doors.target)) {
        const lawful = calls.relationships(version, calls.customer('looked-up'))
        const asked = await probed(doors, lawful, {
          'another mandate': header(headerNames.mandate, encodeURIComponent('fvl. § 1, og ingenting mer')),
          'encoded twice': header(headerNames.mandate, encodeURIComponent(String(lawful.headers[headerNames.mandate]))),
        })
        // In the first version it may be left out: that tells a refusal of the mandate from any other.
        const without = version === '1.1.2' ? await doors.ask(lawful, header(headerNames.mandate, null)) : null
        found.push({ version, without, ...asked })
      }
      return found
    },
    judge: (found) =>
      all(
        ...found.map(({ version, without, lawful, asked }) =>
          labelled(
            version,
            lawful.status !== 200 && without?.status === 200
              ? labelled('the agreed mandate', served(lawful))
              : given(served(lawful), () => forEach(asked, notDone)),
          ),
        ),
      ),
  }),
  defineCheck(import.meta, {
    verifies: 'KFRO-051',
    ask: async (doors) => {
      if (!serves2(doors)) return null
      const calls = callsOf(doors)
      const customer = calls.profile.samples?.disponent ?? calls.customer('at-both')
      const request: Request = {
        ...calls.relationships('2.0', customer),
        token: tokenFor(bankruptcyRegister, scopes.relationships),
      }
      const asBrreg = header(headerNames.mandate, bankruptcyMandate.encoded)
      const owners = (value: string | null) => ({ ...asBrreg, ...query(queryNames.onlyPrimaryOwner, value) })
      return {
        lawful: await doors.ask(request, owners('true')),
        asked: [
          { label: 'onlyPrimaryOwner=false', asked: await doors.ask(request, owners('false')) },
          { label: 'no onlyPrimaryOwner', asked: await doors.ask(request, owners(null)) },
        ],
      }
    },
    judge: (found) =>
      found === null
        ? noSecond()
        : given(served(found.lawful), () =>
            forEach(found.asked, (answer) => {
              const beyond = rowsOf(answer).find(({ fields }) => fields.ownershipType === 'notPrimaryOwner')
              const limited = answer.status === 200 && rowsOf(answer).length <= rowsOf(found.lawful).length
              return answer.finds((answer.status !== 200 || limited) && beyond === undefined, {
                what: 'Konkursregisteret should be refused, or told no more than with onlyPrimaryOwner=true',
                expected: 'a 4xx, or owners only',
                at: answer.status === 200 ? '/banks' : 'status',
              })
            }),
          ),
  }),
]
