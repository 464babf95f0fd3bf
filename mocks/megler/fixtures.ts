import type { Asking, Questions } from './questions.ts'
import { type CaseId, caseIds, companies, type MessageOf, type RequestRoot, requestOf } from './wire.ts'

/** The questions of the catalogue's cases (dsve.md 9), put to the bank that is tested. */
export const questions: Questions = {
  fixtures: caseIds,
  offices: [companies.megler, companies.annenMegler, companies.annenBank, companies.oppgjoer],
  about: <Root extends RequestRoot>(
    fixture: string,
    root: Root,
    { bank, by, mottakersReferanse, ...asking }: Asking,
  ) => {
    const who = by === undefined ? {} : { by: companies[by] }
    const { mottaker, ...message } = requestOf(fixture as CaseId, root, { ...asking, ...who })
    const { avsender } = message
    return {
      // The bank of the cases is ours; whoever is tested takes its place.
      message: {
        ...message,
        mottaker: {
          ...mottaker,
          ...bank,
          ...(mottakersReferanse === undefined ? {} : { referanse: mottakersReferanse }),
        },
      } as unknown as MessageOf[Root],
      office: { id: avsender.id, foretaksnavn: avsender.foretaksnavn },
      answerTo: [avsender.returnertil?.id ?? avsender.id],
    }
  },
}
