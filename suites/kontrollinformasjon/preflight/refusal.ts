import type { WireAnswer } from '../../kit/ask/transport.ts'

/** Why a lawful call may have been refused, in the words of whoever set the bank up (catalogue 4.2). */

const byCode: Readonly<Record<string, string>> = {
  'ACC-001': 'it finds a parameter or a header wrong, or knows of no konkursvarsel about the party',
  'ACC-002': 'it has nothing about that party or account',
  'ACC-003': 'it has nothing there',
  'ACC-010': 'it does not believe our token',
  'ACC-011': 'it does not let this consumer, mandate or party through',
  'ACC-012': 'it does not take this method',
  'ACC-013': 'it does not answer in the form that was asked for',
  'ACC-022': 'it has had enough calls for now',
}

const byStatus: Readonly<Record<number, string>> = {
  401: 'it does not believe our token',
  403: 'it does not let this consumer, mandate or party through',
  404: 'it has nothing there',
  406: 'it does not answer in the form that was asked for',
  429: 'it has had enough calls for now',
}

/** `400 ACC-001: it finds …`. A code that is none of the interface's is not told: it is text of the bank's. */
export function refusalWords(status: number, code: string | null): string {
  const known = code !== null && Object.hasOwn(byCode, code) ? code : null
  const means = (known === null ? undefined : byCode[known]) ?? byStatus[status] ?? unsaid(status)
  return `${status}${known === null ? '' : ` ${known}`}: ${means}`
}

const unsaid = (status: number) =>
  status >= 500 ? 'it failed; what it logs about the call says more' : 'it does not say why in a code of the interface'

/** Errors of the interface carry a code (catalogue 4.2). */
export function codeIn({ body }: Extract<WireAnswer, { kind: 'answered' }>): string | null {
  try {
    const { code } = Object(JSON.parse(body.text)) as { code?: unknown }
    return typeof code === 'string' && code !== '' ? code : null
  } catch {
    return null
  }
}
