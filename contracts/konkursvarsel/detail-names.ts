/**
 * Keys of the detail that no document gives (catalogue, section 3). Whoever learns the real ones writes them here, or
 * into a configuration (`konkursvarsel.detailNames`); nothing else knows them.
 */
export const detailNames = {
  debitornavn: 'debitornavn',
  tilknyttedeEnheter: 'tilknyttedeEnheter',
  organisasjonsnummer: 'organisasjonsnummer',
  organisasjonsform: 'organisasjonsform',
  navn: 'navn',
  konkursbo: 'konkursbo',
  tingrett: 'tingrett',
  saksnummer: 'saksnummer',
  bostyrer: 'bostyrer',
  postnummer: 'postnummer',
  poststed: 'poststed',
  fristdag: 'fristdag',
  fordringsfrist: 'fordringsfrist',
} as const

export type DetailNames = Readonly<Record<keyof typeof detailNames, string>>
