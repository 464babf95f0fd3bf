import { bankruptcyMandate, headerNames, queryNames, scopes } from '../../../contracts/kfr/operations.ts'
import { consumerOrganisationNumber } from '../../../contracts/kontrollinformasjon/profile.ts'
import type { Request } from '../../kit/ask/request.ts'
import { all, forEach, given, labelled } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { callsOf, tokenFor, versionsOf } from '../calls.ts'
import { notDone, rowsOf, served } from '../judging.ts'
import { header, noSecond, probed, query, servesSecond } from './probes.ts'

/** What an agency may ask was agreed on: with which mandate, and about which roles. */

export default [
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
      if (!servesSecond(doors)) return null
      const calls = callsOf(doors)
      const customer = calls.profile.samples?.disponent ?? calls.customer('at-both')
      const request: Request = {
        ...calls.relationships('2.0', customer),
        token: tokenFor(consumerOrganisationNumber, scopes.relationships),
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
