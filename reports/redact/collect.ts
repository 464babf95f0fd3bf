import type { Exchange } from '../../contracts/report/evidence.ts'
import type { Gate } from './gate.ts'
import { treatmentOf } from './kinds.ts'
import { type Kind, kinds } from './pseudonyms.ts'
import { kindOfId } from './shapes.ts'

/** Before anything is told: which values have names that say what they are, so that free text about them can be masked. */
export function collect(gate: Gate, exchanges: readonly Exchange[]): void {
  for (const { outcome } of exchanges) {
    if (outcome.kind !== 'answered') continue
    const { content } = outcome
    const room = { left: most }
    if (content.form === 'json') walk(gate, content.value, '', 0, room)
    if (content.form === 'jwe' && 'value' in content.opened) walk(gate, content.opened.value, '', 0, room)
  }
}

const sought = new Set<string>(['konto', 'kort', 'referanse', 'navn', 'adresse', 'fnr', 'orgnr', 'tekst'])

/** More values of one answer than are ever told of it. */
const most = 100_000

function walk(gate: Gate, value: unknown, name: string, depth: number, room: { left: number }): void {
  room.left -= 1
  if (depth > 40 || value === null || room.left < 0) return
  if (typeof value === 'string') enter(gate, value, name)
  if (typeof value !== 'object') return
  if (Array.isArray(value)) for (const item of value) walk(gate, item, name, depth + 1, room)
  else for (const [key, member] of Object.entries(value)) walk(gate, member, key, depth + 1, room)
}

/** One value, by the name of the member that holds it. */
export function enter(gate: Gate, value: string, name: string): void {
  const treatment = treatmentOf(name)
  const kind = treatment === 'id' || name === 'value' ? kindOfId(value) : treatment
  if (kind !== null && sought.has(kind) && isKind(kind)) gate.harvest.add(kind, value)
}

const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text)
