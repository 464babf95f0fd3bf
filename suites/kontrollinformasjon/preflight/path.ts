import type { WireAnswer } from '../../kit/ask/transport.ts'
import { type Diagnosis, ok, problem } from '../../kit/run/preflight/diagnosis.ts'
import type { Calls } from './calls.ts'
import { codeIn } from './refusal.ts'

/** Whether the interface lies where the configuration says. */

const about = 'path of baseUrl'

/**
 * A path that is not the interface's answers everything alike, with or without a token, and in no words of its own. A
 * bank that lacks an operation, or has pages of HTML for errors, still tells one of the four from the others.
 */
export function pathOf({ lawful, others }: Calls, baseUrl: string): Diagnosis {
  const all = [lawful, ...others]
  const first = likeness(lawful)
  const isWrong = all.every((answer) => isNoInterface(answer) && likeness(answer) === first)
  if (!isWrong) return ok(about, new URL(baseUrl).pathname)
  const said = `everything below it is answered alike (${lawful.kind === 'answered' ? lawful.status : lawful.why}), with a token and without`
  return problem(about, said, 'is the path in "baseUrl" right? As registered it ends with the version, such as /v2')
}

/** Not found, or a page or a redirect for people. */
function isNoInterface(answer: WireAnswer): boolean {
  if (answer.kind !== 'answered' || codeIn(answer) !== null) return false
  const isPage = /^text\/html\b/i.test(answer.headers['content-type'] ?? '')
  return answer.status === 404 || (answer.status >= 300 && answer.status < 400) || (answer.status === 200 && isPage)
}

/** Status, kind, and body without what was echoed: paths, ids and times. */
function likeness(answer: WireAnswer): string {
  if (answer.kind !== 'answered') return answer.why
  const { status, headers, body } = answer
  const text = body.text.replace(/[/?][^\s"'<>]*/g, '').replace(/[\da-f-]{8,}|\d+/gi, '')
  return [status, headers['content-type'] ?? '', text.slice(0, 2000)].join(' ')
}
