import { type IsoDate, parseIsoDate } from '../../../../contracts/calendar.ts'
import { avslutningskoder, avviklingskoder, konkursgrunnlag } from '../../../../contracts/konkursvarsel/codes.ts'
import type { Outcome } from '../../../../contracts/konkursvarsel/profile.ts'
import type { Effect, Received } from '../../world/received.ts'
import { openingsAfter } from '../../world/received.ts'
import type { Client, Detail, Item } from '../model.ts'

/**
 * What a notice means for the bank. An opening locks, a sletting takes it back; on oppheving and avslutning the bank
 * decides itself (catalogue, section 4). What is not understood does nothing, and is told (KV-065).
 */
export function decide(client: Client, item: Item, detail: Detail, units: readonly string[]): Received {
  const { effect, decision } = meaningOf(client, item, detail)
  return {
    uuid: item.uuid,
    debtor: item.debtor,
    type: item.type,
    registered: new Date(item.instant).toISOString(),
    kjennelsesdato: rulingIn(detail) ?? rulingIn({ kjennelsesdato: item.kjennelsesdato }),
    units,
    effect,
    decision,
  }
}

interface Meaning {
  readonly effect: Effect
  readonly decision: Received['decision']
}

const nothing = { effect: 'leaves', decision: 'not-understood' } as const

function meaningOf(client: Client, item: Item, detail: Detail): Meaning {
  const { policies } = client.settings
  switch (item.type) {
    case 'aapning':
      return { effect: 'opens', decision: hasKnownCodes(detail) ? null : 'not-understood' }
    case 'sletting':
      return { effect: 'takes-back', decision: hasOpening(client, item) ? null : 'noted' }
    case 'oppheving':
      return decided(policies.oppheving, 'takes-back', hasOpening(client, item))
    case 'avslutning': {
      const code = avslutningskoder.find((one) => one === detail.avslutningskode)
      if (code === undefined) return nothing
      return decided(policies.avslutning[code], 'releases', hasOpening(client, item))
    }
    default:
      return nothing
  }
}

/** Without an opening there is nothing to decide yet; one that comes late, and was registered before, is met by it all the same. */
const decided = (outcome: Outcome, effect: Effect, isAboutOne: boolean): Meaning => ({
  effect: outcome === 'reopens' ? effect : 'leaves',
  decision: isAboutOne ? words[outcome] : 'noted',
})

const words = { reopens: 'reopened', keeps: 'kept', 'by-hand': 'by-hand' } as const satisfies Record<Outcome, string>

const hasKnownCodes = ({ konkursgrunnlag: ground, avviklingskode: code }: Detail): boolean =>
  (ground === undefined || konkursgrunnlag.some((one) => one === ground)) &&
  (code === undefined || code === null || avviklingskoder.some((one) => one === code))

/** Of the debtor, whichever it is: no document says how a later notice names the opening that it is about. */
const hasOpening = ({ world }: Client, { debtor, instant }: Item): boolean =>
  openingsAfter((world.books.received.get(debtor) ?? []).filter(({ registered }) => Date.parse(registered) <= instant))
    .length > 0

function rulingIn({ kjennelsesdato }: Detail): IsoDate | null {
  const day = parseIsoDate(kjennelsesdato)
  return day.ok ? day.value : null
}
