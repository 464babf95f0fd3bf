import type { Answer } from '../../kit/ask/answer.ts'
import type { Changes } from '../../kit/ask/request.ts'
import { forEach, type Judgement } from '../../kit/judge/judgement.ts'
import { readAt } from '../../kit/judge/read.ts'
import { defineCheck } from '../../kit/run/check.ts'
import { onEachOperation } from '../operations.ts'
import { optionalHeaders } from '../request/optional-headers.ts'
import { type AsItIs, askAsItIs, servedAsItIs } from '../served-as-it-is.ts'

/** What banks and their gateways are known to ask for beyond OAS2. The values are nobody's. */
const beyond: Changes = {
  headers: {
    ...optionalHeaders,
    'X-API-Key': 'samsvar',
    'X-Request-ID': '6f1c3f0a-6a53-4b0e-9a4b-0d6f3c0f5d10',
    'X-Correlation-ID': '6f1c3f0a-6a53-4b0e-9a4b-0d6f3c0f5d10',
    'Ocp-Apim-Subscription-Key': 'samsvar',
  },
  query: { page: '1', pageSize: '1000', limit: '1000', offset: '0' },
}

/** A header or key that OAS2 does not know, by the names that such things have. */
const beyondOas2 = /\bx-[a-z][\w-]*|\b[\w-]*(?:api|subscription)[-_ ]?(?:key|nøkkel)/i

/** The refusal itself may say what is missing, where no value of ours would do. */
const namesMore = ({ exchange }: Answer): boolean => beyondOas2.test(String(readAt(exchange, '/message')))

/** First the whole set of OAS2, so that what it marks as optional is not taken for more (KI-REQ-018). */
const sets: readonly Changes[] = [{ headers: optionalHeaders }, beyond]

function needsNoMore({ usual, otherwise }: AsItIs): Judgement {
  const what = 'should be served with what OAS2 knows and no more'
  const [whole, more] = otherwise
  const answer = whole ?? usual
  if (namesMore(answer)) return answer.finds(false, { what, expected: 'nothing beyond OAS2', at: '/message' })
  return servedAsItIs({ usual: answer, otherwise: more === undefined ? [] : [more] }, what)
}

export default defineCheck(import.meta, {
  verifies: 'KI-URL-012',
  needs: ['P1'],
  ask: (doors) => onEachOperation(doors, 'P1', (operation) => askAsItIs(doors.ask, operation, sets)),
  judge: (operations) => forEach(operations, needsNoMore),
})
