import type { Deed, Observation } from '../../../contracts/report/evidence.ts'
import { foundIn, type Statement } from '../judge/finding.ts'
import type { Judgement } from '../judge/judgement.ts'

/** One recorded thing that is no exchange, as a check looks at it: what a party saw, or what was done to the parties. */
export class Witness<Record extends Observation | Deed> {
  readonly record: Record

  constructor(record: Record) {
    this.record = record
  }

  /** States something about it. `holds` decides between the note and the weight that a breach of it has. */
  finds(
    holds: boolean,
    { weight = 'breach', ...statement }: Omit<Statement, 'weight'> & Partial<Statement>,
  ): Judgement {
    return [foundIn(this.record, { ...statement, weight: holds ? 'note' : weight })]
  }
}

export type Sighting = Witness<Observation>
export type Done = Witness<Deed>
