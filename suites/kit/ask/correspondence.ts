import type { Act, Download } from '../../../contracts/altinn-broker/acts.ts'
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

type Learned = Omit<Observation, 'id' | 'epoch'>

/** Traffic of broker and megler is told by acts and letters, and not once more line by line. */
export const isToldOtherwise = (seen: Pick<Observation, 'party' | 'method' | 'path'>): boolean =>
  seen.party === 'altinn-broker' || (seen.party === 'megler' && !isKnock(seen) && !seen.path.startsWith(canary))

/** Somebody came to a party, and no TLS connection came about: by plain HTTP, or believing no certificate of ours. */
export const isKnock = ({ method }: Pick<Observation, 'method'>): boolean => method === 'TLS'

/** Where nobody has any business who does not follow what stands in a message (DSVE-043). */
export const canary = '/kanari/'

const { megler, annenMegler, annenBank, oppgjoer } = companies
const offices: ReadonlySet<string | null> = new Set(
  [megler, annenMegler, annenBank, oppgjoer].map(({ id }) => partyOf(id)),
)

export function createCorrespondence({ control, participant, dsve }: Target): Correspondence {
  const { organisationNumber: id, name: foretaksnavn } = participant
  const { version, loans } = dsve ?? {}
  const bank = { id, foretaksnavn, ...(version && { version }), ...(loans && { loans }) }
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

  /** Downloads that had not all left when they were recorded, by their place among all acts. */
  const underWay = new Map<number, Download>()
  const noted = (place: number, act: Act): Act => {
    if (act.download === undefined || act.download.whole) return act
    const download = { ...act.download }
    underWay.set(place, download)
    return { ...act, download }
  }
  /** Whether all of it has left is known only later. */
  const arrived = (place: number) => {
    const download = underWay.get(place)
    if (download !== undefined) download.whole = true
    underWay.delete(place)
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
      const from = Math.min(cursors.acts, ...underWay.keys())
      const told = await control.acts({ after: from })
      const first = told.cursor - told.acts.length
      const acts: Act[] = []
      for (const [index, act] of told.acts.entries()) {
        const place = first + index
        if (place >= cursors.acts) acts.push(noted(place, act))
        else if (act.download?.whole === true) arrived(place)
      }
      cursors = { acts: told.cursor, letters: letters.cursor }
      for (const [place] of underWay) if (told.cursor - place > mostUnderWay) underWay.delete(place)
      for (const { fileTransferId, request } of told.acts)
        if (fileTransferId !== null && request !== undefined)
          references.set(fileTransferId, request.sendersFileTransferReference)
      return [...acts.filter(({ party }) => !offices.has(party)).map(actOf), ...letters.letters.map(letterOf)]
    },
  }
}

/** A download after which so much was done is not looked at again. */
const mostUnderWay = 500

const actOf = (act: Act): Learned => ({
  party: 'altinn-broker',
  at: act.at,
  method: act.operation,
  path: act.fileTransferId === null ? '' : `/${act.fileTransferId}`,
  status: act.status,
  act,
})
