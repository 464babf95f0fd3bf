import { fullName } from '../fixtures/people.ts'
import { acknowledged, isStatus } from '../statuses.ts'
import { keys } from '../transfer/properties.ts'
import type { Aktoer } from '../wire/parties.ts'
import { hasName } from './borrowers.ts'
import type { Case } from './case.ts'
import { propertyOf, statusOf } from './metadata.ts'
import { breach, type Problem, tolerated } from './problem.ts'
import type { Reply } from './reply.ts'

/** Whether the bank said yes or no where it should: DSVE-190 to -198, and the rows that are about being answered at all. */
export const situationRules = (reply: Reply, asked: Case): readonly Problem[] => [
  ...status(reply, asked),
  ...revealed(reply, asked),
]

/** Who asks about an owner whom the bank does not know is not told who owns instead. */
function revealed({ transfer }: Reply, asked: Case): readonly Problem[] {
  const { expects, eiendommer } = asked.known
  if (expects.requirement !== 'DSVE-194') return []
  const text = propertyOf(transfer.propertyList, keys.statusDescription) ?? ''
  const owners = eiendommer.flatMap(({ eiere }) => eiere.map(({ aktoer }) => nameOf(aktoer)))
  return [...new Set(owners)]
    .filter((name) => hasName(text, name))
    .map((name) => breach('DSVE-194', `propertyList/${keys.statusDescription}`, 'a text that names no customer', name))
}

const nameOf = (aktoer: Aktoer) => ('person' in aktoer ? fullName(aktoer.person) : aktoer.organisasjon.foretaksnavn)

function status(reply: Reply, { known: { expects } }: Case): readonly Problem[] {
  const actual = statusOf(reply)
  // What is no status is told by DSVE-082 already.
  if (
    actual === undefined ||
    !isStatus(actual) ||
    actual === expects.status ||
    expects.godtas?.some((status) => status === actual)
  )
    return []
  const text = propertyOf(reply.transfer.propertyList, keys.statusDescription)?.trim()
  // Who says yes need not explain it.
  const isExplained = actual === acknowledged || text
  const says = isExplained && expects.taales?.some((status) => status === actual) ? tolerated : breach
  const others = expects.godtas?.length ? ` or ${expects.godtas.join(' or ')}` : ''
  const expected = `${expects.status}${others}${expects.status === acknowledged ? '' : ', with a text'}`
  return [says(expects.requirement, `propertyList/${keys.status}`, expected, actual)]
}
