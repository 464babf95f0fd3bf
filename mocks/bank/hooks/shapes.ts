import { parseDateTime } from '../../../contracts/calendar.ts'
import type { HookName } from '../../../contracts/hooks/protocol.ts'

/** What a request to a hook must hold, and what is wrong with one; never repeats what stood there. */

type Member = (value: unknown) => boolean
const text: Member = (value) => typeof value === 'string' && value !== ''
const time: Member = (value) => {
  if (value === null) return true
  const read = parseDateTime(value)
  return read.ok && read.value.instant !== null
}
const perhaps: Member = (value) => value === undefined || text(value)
const texts: Member = (value) => Array.isArray(value) && value.every(text)
const by: Member = (value) => value === 'owner' || value === 'disponent' || value === 'card'

const members: Readonly<Record<HookName, Readonly<Record<string, Member>>>> = {
  poll: {},
  install: {},
  restart: {},
  clock: { now: time },
  state: { party: text },
  'close-account': { party: text, accountIdentifier: text },
  'open-account': { party: text },
  use: { accountIdentifier: text, by },
  'open-loan': { party: text, guarantor: perhaps },
  'end-loan': { party: text },
  'grant-mandate': { party: text, owner: text },
  'revoke-mandate': { party: text, owner: text },
  'initial-load': {},
  reconcile: { parties: texts },
  cease: { organisationNumber: text },
  kar: { answers: (value) => typeof value === 'boolean' },
}

/** Null when nothing is. */
export function problemOf(name: HookName, asked: unknown): string | null {
  const shape = members[name]
  const wanted =
    Object.keys(shape).length === 0 ? 'an empty JSON object' : `a JSON object with ${Object.keys(shape).join(', ')}`
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) return `${name} takes ${wanted}`
  const given = asked as Readonly<Record<string, unknown>>
  const wrong = Object.entries(shape).find(([member, fits]) => !fits(given[member]))
  return wrong === undefined ? null : `${name} takes ${wanted}: ${wrong[0]} is missing or cannot be read`
}
