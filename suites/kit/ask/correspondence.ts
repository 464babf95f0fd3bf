import type { Act } from '../../../contracts/altinn-broker/acts.ts'
import type { Letter } from '../../../contracts/dsve/correspondence.ts'
import { companies } from '../../../contracts/dsve/fixtures/people.ts'
import { type Asked, caseAsked } from '../../../contracts/dsve/rules/asked.ts'
import { partyOf } from '../../../contracts/dsve/transfer/transfer.ts'
import type { Observation } from '../../../contracts/report/evidence.ts'
import type { Target } from '../target.ts'
import { sightingOf } from './letters.ts'

/** What megler and broker know more of than lines of traffic: letters, and what the bank did at the broker. */
export interface Correspondence {
  /** Leaves what was before the run to whom it belongs. */
  begin(): Promise<void>
  /** So that the answer is held against what was asked. */
  asked(asked: Omit<Asked, 'sendersFileTransferReference'>): void
  /** What was learned since it was last asked: of the broker first. */
  collect(): Promise<readonly Learned[]>
}

export type Learned = Omit<Observation, 'id' | 'epoch'>

/** Traffic of broker and megler is told by acts and letters, and not once more line by line. */
export const isToldOtherwise = ({ party, path }: Pick<Observation, 'party' | 'path'>): boolean =>
  party === 'altinn-broker' || (party === 'megler' && !path.startsWith(canary))

/** Where nobody has any business who does not follow what stands in a message (DSVE-043). */
export const canary = '/kanari/'

const { megler, annenMegler, annenBank, oppgjoer } = companies
const offices: ReadonlySet<string | null> = new Set(
  [megler, annenMegler, annenBank, oppgjoer].map(({ id }) => partyOf(id)),
)

export function createCorrespondence({ control, participant, dsve }: Target): Correspondence {
  const { organisationNumber: id, name: foretaksnavn } = participant
  const bank = { id, foretaksnavn, ...(dsve?.version === undefined ? {} : { version: dsve.version }) }
  const questions = new Map<number, Omit<Asked, 'sendersFileTransferReference'>>()
  /** By transfer: under which reference the megler's own requests went. */
  const references = new Map<string, string>()
  let cursors = { acts: 0, letters: 0 }

  const letterOf = (letter: Letter): Learned => {
    const question = letter.number === null ? undefined : questions.get(letter.number)
    const asked =
      question === undefined
        ? null
        : caseAsked(
            bank,
            { ...question, sendersFileTransferReference: references.get(question.sent.fileTransferId) ?? null },
            letter.at,
          )
    const { at, what: method, fixture } = letter
    return { party: 'megler', at, method, path: fixture ?? '', status: 200, letter: sightingOf(letter, asked) }
  }

  return {
    begin: async () => {
      const [acts, letters] = await Promise.all([control.acts({ after: 0 }), control.letters({ after: 0 })])
      cursors = { acts: acts.cursor, letters: letters.cursor }
    },
    asked: (asked) => questions.set(asked.sent.number, asked),
    collect: async () => {
      const letters = await control.letters({ after: cursors.letters })
      // Later than the letters: whoever sent one of them has done so by now.
      const told = await control.acts({ after: cursors.acts })
      const acts = told.acts.slice(0, settled(told.acts))
      cursors = { acts: told.cursor - (told.acts.length - acts.length), letters: letters.cursor }
      for (const { fileTransferId, request } of told.acts)
        if (fileTransferId !== null && request !== undefined)
          references.set(fileTransferId, request.sendersFileTransferReference)
      return [...acts.filter(({ party }) => !offices.has(party)).map(actOf), ...letters.letters.map(letterOf)]
    },
  }
}

/** So long a download may be on its way and still arrive whole. */
const arrivalMs = 2000

/** How many of them can be told: a download that has just begun says only later whether all of it has left. */
function settled(acts: readonly Act[]): number {
  const isUnderWay = ({ at, download }: Act) =>
    download !== undefined && !download.whole && Date.now() - Date.parse(at) < arrivalMs
  const first = acts.findIndex(isUnderWay)
  return first < 0 ? acts.length : first
}

const actOf = (act: Act): Learned => ({
  party: 'altinn-broker',
  at: act.at,
  method: act.operation,
  path: act.fileTransferId === null ? '' : `/${act.fileTransferId}`,
  status: act.status,
  act,
})
