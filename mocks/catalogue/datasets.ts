import { type CatalogueEntry, type Entries, isInForce, onTheWire, type WireEntry } from './entries.ts'

/** The three lists that can be harvested (maskinporten.md section 4). Their names are compared letter for letter. */

interface Dataset {
  /** Entries that begin later, or ended, and the dates. */
  readonly extended: boolean
  readonly holds: (entry: CatalogueEntry) => boolean
}

const datasets: Readonly<Record<string, Dataset>> = {
  Kontrollinformasjon: { extended: false, holds: () => true },
  KontrollinformasjonUtvidet: { extended: true, holds: () => true },
  // Charges on accounts: another service, for which nobody registers here.
  PantUtlegg: { extended: false, holds: () => false },
}

export const datasetNames = Object.keys(datasets)

/** The entries of a dataset on a day (`yyyy-MM-dd`), of one organisation when it is named; null for no such dataset. */
export function harvest(
  entries: Entries,
  { dataset, day, subject }: { readonly dataset: string; readonly day: string; readonly subject: string | null },
): readonly WireEntry[] | null {
  const found = Object.hasOwn(datasets, dataset) ? datasets[dataset] : undefined
  if (found === undefined) return null
  const { extended, holds } = found
  return entries
    .all()
    .filter((entry) => holds(entry) && (extended ? endsLater(entry, day) : isInForce(entry, day)))
    .filter(({ organisationNumber }) => subject === null || organisationNumber === subject)
    .map(onTheWire({ withDates: extended }))
}

const endsLater = ({ toDate = '9999-12-31' }: CatalogueEntry, day: string) => day <= toDate
