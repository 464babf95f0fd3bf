import type { Aktoer } from '../../contracts/akeldo/actor.ts'

/** An actor as it stands when somebody has copied the list of the specification, with its slip. */
export function misspelt(actor: Aktoer): Aktoer {
  const slip = ({ meldingstype }: Aktoer['sendeliste'][number]) => ({
    meldingstype: meldingstype.replace(/^Innfrielsessaldoforespoersel$/, 'Innfrielsessaldoforespoerspoersel'),
  })
  return { ...actor, mottaksliste: actor.mottaksliste.map(slip), sendeliste: actor.sendeliste.map(slip) }
}
