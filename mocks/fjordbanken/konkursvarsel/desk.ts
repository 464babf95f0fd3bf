import type { Entry } from './journal.ts'

/** What whoever sits at the desk makes of the notices about one debtor. */
export interface Decision {
  readonly uuid: string
  readonly decision: 'by-hand' | 'noted' | 'not-understood'
}

const codes = ['aapning', 'sletting', 'oppheving', 'avslutning']

export function decisions(entries: readonly Entry[]): readonly Decision[] {
  const isOpened = entries.some(({ type }) => type === 'aapning')
  return entries
    .filter(({ type }) => type !== 'aapning' && (type !== 'sletting' || !isOpened))
    .map(({ uuid, type }) => ({
      uuid,
      decision: !codes.includes(type) ? 'not-understood' : isOpened ? 'by-hand' : 'noted',
    }))
}
