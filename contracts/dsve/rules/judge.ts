import { isRefusal } from '../statuses.ts'
import type { XmlElement } from '../xml/markup.ts'
import { borrowerRules, privacyRules } from './borrowers.ts'
import type { Case } from './case.ts'
import { innfrielseRules } from './innfrielse.ts'
import { loanRules, toldLoans } from './loans.ts'
import { metadataRules, statusOf } from './metadata.ts'
import { partyRules } from './parties.ts'
import { payloadRules } from './payload.ts'
import type { Problem } from './problem.ts'
import { propertyRules } from './properties.ts'
import { type Reply, svarIn } from './reply.ts'
import { restgjeldRules } from './restgjeld.ts'
import { routingRules } from './routing.ts'
import { situationRules } from './situation.ts'
import { valueRules } from './values.ts'
import { isExpected, unreadableRules, xmlRules } from './xml.ts'

/**
 * Everything that one reply lets anybody say of it. Pure: the reply, the question and what is known decide. What needs
 * more than one reply, or the traffic around it, is not here. An invalid message is judged as far as it can be read, so
 * that one mistake hides no other.
 */
export function problemsOf(reply: Reply, asked: Case): readonly Problem[] {
  const svar = svarIn(reply)
  const around = [
    ...routingRules(reply, asked),
    ...metadataRules(reply, asked),
    ...payloadRules(reply, asked),
    ...situationRules(reply, asked),
    ...unreadableRules(reply),
    ...privacyRules(reply, svar?.xml.root, asked),
  ]
  if (svar === undefined || isRefusal(statusOf(reply) ?? '')) return bounded(around)
  const { root } = svar.xml
  const inside = isExpected(root, asked) ? messageRules(root, asked) : []
  return bounded([...around, ...xmlRules(svar.xml, asked), ...valueRules(root), ...inside])
}

/** Of what is wrong again and again, nobody reads more. */
export const mostOfOneRow = 50

function bounded(problems: readonly Problem[]): readonly Problem[] {
  const counts = new Map<string, number>()
  return problems.filter(({ requirement, weight }) => {
    const key = `${requirement} ${weight}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= mostOfOneRow
  })
}

function messageRules(root: XmlElement, asked: Case): readonly Problem[] {
  const told = toldLoans(root, asked)
  return [
    ...partyRules(root, asked),
    ...propertyRules(root, asked),
    ...loanRules(root, told, asked),
    ...borrowerRules(told),
    ...(root.name === 'restgjeldssvar' ? restgjeldRules(root, told, asked) : innfrielseRules(told, asked)),
  ]
}
