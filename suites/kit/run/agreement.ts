import type { Agreement } from '../../../contracts/config/config.ts'
import type { Area, Requirement } from '../../../contracts/requirement.ts'
import type { Rows } from './results.ts'

/**
 * What the participant has agreed to is documented for it, though no public document says so: a row that is ours then
 * fails like any other.
 */
type Agreements = Readonly<Partial<Record<Area, Agreement>>>

export function agreed(rows: Rows, agreements: Agreements): Rows {
  const raised = (row: Requirement): Requirement => {
    const agreement = agreements[row.area]
    if (agreement === undefined || row.certainty !== 'reconstructed') return row
    if (agreement.requirements !== undefined && !agreement.requirements.includes(row.id)) return row
    return { ...row, certainty: 'documented' }
  }
  return { isSelected: (id) => rows.isSelected(id), requirements: rows.requirements.map(raised) }
}
