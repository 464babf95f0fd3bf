import type { Stimulus } from '../../../contracts/control/protocol.ts'
import { tellsAccountData } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Answer } from '../../kit/ask/answer.ts'
import type { Doors } from '../../kit/ask/doors.ts'
import { type Asked, all, forEach, given, inconclusive, type Judgement } from '../../kit/judge/judgement.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { caseOf, type EstateCase } from '../bosiden.ts'
import { referencesIn, served } from '../operations.ts'
import { recovered } from './recovered.ts'
import { isSealed, sealedContent } from './sealed.ts'

const without = [
  { label: 'CertPub is out', stimulus: { party: 'certpub', does: 'outage' } },
  { label: 'CertPub answers 404', stimulus: { party: 'certpub', does: 'unknown-participant' } },
] as const satisfies readonly { label: string; stimulus: Stimulus }[]

/** The list first of all, while nothing is cached. */
async function askForLists(doors: Doors, { list }: EstateCase): Promise<Asked<Answer>[]> {
  const lists: Asked<Answer>[] = []
  for (const { label, stimulus } of without) lists.push({ label, asked: await doors.during(stimulus).ask(list) })
  return lists
}

/** Details and transactions need a reference, and only a plain list gives one without a certificate. */
async function askForTheRest(doors: Doors, estate: EstateCase): Promise<Asked<Answer>[]> {
  const [reference] = referencesIn(await doors.ask(estate.list, { headers: { Accept: 'application/json' } }))
  if (reference === undefined) return []
  const answers: Asked<Answer>[] = []
  for (const { label, stimulus } of without)
    for (const operation of ['details', 'transactions'] as const) {
      const asked = await doors.during(stimulus).ask(estate.on(operation, reference))
      answers.push({ label: `${label}, ${operation}`, asked })
    }
  return answers
}

function failsClosed(answer: Answer): Judgement {
  const what = 'should fail with a 5xx while no certificate can be had'
  return all(
    answer.finds(answer.status !== null && answer.status >= 500, { what, expected: '5xx', at: 'status' }),
    answer.finds(!tellsAccountData(answer.body), {
      what: 'should tell no plaintext',
      expected: 'an error',
      at: 'content',
    }),
  )
}

/** A bank that still holds the certificate may seal with it: then nothing was shown (reading: cold-certificate-cache). */
const isSealedAllTheSame = (answer: Answer) => answer.status === 200 && sealedContent(answer) !== null

const listFailsClosed = (answer: Answer): Judgement =>
  isSealedAllTheSame(answer)
    ? inconclusive('cache-warm', `${answer.exchange.id} was sealed with a certificate that the bank already had`)
    : failsClosed(answer)

/** By now a certificate may be cached again, where the bank cannot be made to forget. */
const restFailsClosed = (answer: Answer): Judgement => (isSealedAllTheSame(answer) ? [] : failsClosed(answer))

export default defineCheck(import.meta, {
  verifies: 'KI-ENC-012',
  needs: ['P1'],
  whileCold: true,
  ask: async (doors) => {
    const estate = caseOf(doors.target, 'P1')
    const lists = await askForLists(doors, estate)
    const rest = await askForTheRest(doors, estate)
    // The twin comes last: served before, it would have warmed the cache.
    return { lists, rest, usual: await recovered(doors, estate.list) }
  },
  judge: ({ lists, rest, usual }) =>
    given(all(served(usual), isSealed(usual)), () =>
      all(forEach(lists, listFailsClosed), rest.length > 0 ? forEach(rest, restFailsClosed) : []),
    ),
})
