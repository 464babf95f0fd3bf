/** The values of `status` in the metadata of a reply. Source: dsve.md 5; the technical names are the contract. */
export const acknowledged = 'RutetSuksessfullt'
export const refusals = ['LaanNedbetalt', 'LaanSolgt', 'SvarerMedEpost', 'Feil'] as const
export const statuses = [acknowledged, ...refusals] as const

export type Refusal = (typeof refusals)[number]
export type Status = (typeof statuses)[number]

export const isStatus = (text: string): text is Status => (statuses as readonly string[]).includes(text)
export const isRefusal = (text: string): text is Refusal => (refusals as readonly string[]).includes(text)

/** What a wrong status was probably meant to be, and where it comes from. */
export const formerly: Readonly<Record<string, { readonly meant: Status; readonly from: string }>> = {
  LånNedbetalt: { meant: 'LaanNedbetalt', from: 'the spelling before 2026-03-11' },
  LånSolgt: { meant: 'LaanSolgt', from: 'the spelling before 2026-03-11' },
  LAAN_NEDBETALT: { meant: 'LaanNedbetalt', from: 'a proposal of the functional description' },
  LAAN_SOLGT: { meant: 'LaanSolgt', from: 'a proposal of the functional description' },
  SVARER_I_EPOST: { meant: 'SvarerMedEpost', from: 'a proposal of the functional description' },
  FEIL: { meant: 'Feil', from: 'a proposal of the functional description' },
}
