import { type IsoDate, today } from '../../calendar.ts'
import type { Inquiry, Sent } from '../correspondence.ts'
import { cases, isCase } from '../fixtures/cases.ts'
import type { Expected } from '../fixtures/known.ts'
import { type OwnNumbers, withNumbers } from '../fixtures/own-numbers.ts'
import { companies } from '../fixtures/people.ts'
import { requestOf } from '../fixtures/questions.ts'
import { defaultSchemaVersion, type SchemaVersion } from '../profile.ts'
import { partyOf } from '../transfer/transfer.ts'
import type { Organisasjon } from '../wire/parties.ts'
import type { Case } from './case.ts'

/** A question that the megler was made to ask, and what is expected of the answer besides what the case says. */
export interface Asked {
  readonly inquiry: Inquiry
  readonly sent: Sent
  /** ISO 8601, UTC: when it was sent. */
  readonly at: string
  /** As the broker carried it; null where that was not seen. */
  readonly sendersFileTransferReference: string | null
  /** Where the way of asking is the point, and not the case. */
  readonly expects?: Partial<Expected>
}

export interface Bank extends Organisasjon {
  readonly version?: SchemaVersion
  readonly loans?: OwnNumbers
}

/** What the answer is held against; null for a fixture that is no case. */
export function caseAsked(
  bank: Bank,
  { inquiry, sent, at, expects, ...asked }: Asked,
  answeredAt: string,
): Case | null {
  const { fixture, message: root, by } = inquiry
  if (!isCase(fixture)) return null
  const { id, foretaksnavn, version = defaultSchemaVersion } = bank
  const known = withNumbers(cases[fixture], bank.loans)
  const asking = { day: dayOf(at), referanse: sent.referanse, ...(by === undefined ? {} : { by: companies[by] }) }
  const request = requestOf(fixture, root, asking)
  return {
    root,
    // The bank of the cases is ours; whoever is tested takes its place.
    request: { ...request, mottaker: { ...request.mottaker, id, foretaksnavn } },
    sent: {
      sender: partyOf(request.avsender.id),
      sendersFileTransferReference: asked.sendersFileTransferReference ?? '',
    },
    known: { ...known, bank: { id, foretaksnavn }, expects: { ...known.expects, ...expects } },
    day: dayOf(answeredAt),
    version,
  }
}

const dayOf = (at: string): IsoDate => today(new Date(at))
