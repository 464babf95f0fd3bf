import { type KonkursRecipe, konkursFixtures, konkursRecipes } from '../../../../contracts/konkursvarsel/debtors.ts'
import type { Party, Tie } from '../model.ts'
import { type Label, nameOf, partyNamed } from '../parties.ts'
import type { Source } from '../source.ts'

/** The debtors of Konkursvarsel (contracts/konkursvarsel/debtors.ts), and those of the published notices who are in no other fixture. */

const recipes: readonly (readonly [Label, KonkursRecipe])[] = konkursFixtures.map((name) => [
  name,
  konkursRecipes[name],
])

/** By the number of their opening in the published set. That of the tenth, P5, is no customer. */
const published = [
  { label: 'V5', kind: 'organisation', id: '910425463' },
  { label: 'V7', kind: 'person', id: '19020101140' },
  { label: 'V8', kind: 'person', id: '20020101351' },
] as const satisfies readonly (Pick<Party, 'kind' | 'id'> & { label: Label })[]

export function makeDebtors(source: Source): readonly Party[] {
  const drawn = recipes.map(([label, { kind }]) => {
    const is = kind === 'organisation' ? kind : 'person'
    return { label, kind: is, id: ids[kind](source), name: nameOf(is, source), shielding: null } as const
  })
  const known = published.map((debtor) => ({ ...debtor, name: nameOf(debtor.kind, source), shielding: null }))
  return [...drawn.map((party) => ({ ...party, name: nameAmong(drawn, party) })), ...known]
}

const nameAmong = (drawn: readonly Party[], { label, name }: Party) => {
  const relation = relationOf(label as Label)
  return relation?.is === 'namesake' ? partyNamed(drawn, relation.to as Label).name : name
}

/** A number of each kind that recipes speak of. */
export const ids: Readonly<Record<KonkursRecipe['kind'], (source: Source) => string>> = {
  organisation: (source) => source.organisationNumber(),
  // With a zero in front only where that is what is tried.
  person: (source) => drawn(source, (id) => !id.startsWith('0')),
  personWithLeadingZero: (source) => drawn(source, (id) => id.startsWith('0')),
  holderOfDNumber: (source) => source.dNumber(),
}

function drawn(source: Source, fits: (id: string) => boolean): string {
  let id = source.fødselsnummer()
  while (!fits(id)) id = source.fødselsnummer()
  return id
}

const relationOf = (name: Label) => recipes.find(([label]) => label === name)?.[1].relation

export const tiesOf = (parties: readonly Party[]): readonly Tie[] =>
  recipes.flatMap(([label, { relation }]) =>
    relation === undefined
      ? []
      : [{ of: partyNamed(parties, label).id, is: relation.is, to: partyNamed(parties, relation.to as Label).id }],
  )
