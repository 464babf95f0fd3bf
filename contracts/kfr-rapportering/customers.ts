/**
 * Who plays where the bank reports its customers. Each serves one scenario, and each is what its recipe says before it
 * begins. The participant's test environment holds them; what it lacks makes the rows that need it
 * `inconclusive: fixture-missing`, and no others.
 */

/** What stands in the configuration. */
export interface KfrParty {
  /** Organisation number (9 digits), or fødselsnummer or D-number (11 digits). */
  readonly id: string
  /** Numbers of the accounts that it owns at the start; left out where it owns none. */
  readonly accounts?: readonly string[]
}

/** What makes somebody a customer. `ended`: an account that was closed long ago, and nothing else. */
const relations = ['account', 'loan', 'mandate', 'ended'] as const
export type Relation = (typeof relations)[number]

/** What the participant makes. */
export interface KfrRecipe {
  readonly kind: 'organisation' | 'person' | 'personWithLeadingZero' | 'holderOfDNumber'
  /** Before the scenario begins, since a year or longer. Empty: known to the bank, and tied to it by nothing. */
  readonly has: readonly Relation[]
  /** Whose account a mandate is for. */
  readonly mandateFor?: string
  readonly why: { readonly nb: string; readonly en: string }
}

type Kind = KfrRecipe['kind']
const nobodyYet = (nb: string, en: string, kind: Kind = 'person'): KfrRecipe => ({ kind, has: [], why: { nb, en } })
const owner = (nb: string, en: string, kind: Kind = 'person'): KfrRecipe => ({
  kind,
  has: ['account'],
  why: { nb, en },
})

const amidTrouble = nobodyYet('Blir kunde mens registeret svikter', 'Becomes a customer while the register fails')

export const kfrRecipes = {
  F1: nobodyYet('Fødselsnummer som begynner med 0', 'A fødselsnummer that begins with 0', 'personWithLeadingZero'),
  F2: nobodyYet('Åpner sin første konto', 'Opens a first account'),
  F3: nobodyYet('D-nummer; åpner sin første konto', 'D-number; opens a first account', 'holderOfDNumber'),
  F4: nobodyYet('Foretak; åpner sin første konto', 'Organisation; opens a first account', 'organisation'),
  F5: nobodyYet('Får bare et lån', 'Gets a loan, and nothing else'),
  F6: nobodyYet('Blir disponent på kontoen til F10', 'Becomes disponent on the account of F10'),
  F7: nobodyYet('Blir kausjonist for lånet til F5', 'Stands guarantor for the loan of F5'),
  F8: owner('Avslutter sin eneste konto, og kommer tilbake', 'Closes the only account, and comes back'),
  F9: {
    kind: 'person',
    has: ['account', 'loan', 'mandate'],
    mandateFor: 'F10',
    why: { nb: 'Avslutter konto, fullmakt og lån, ett for ett', en: 'Ends account, mandate and loan, one by one' },
  },
  F10: {
    kind: 'organisation',
    has: ['account', 'account'],
    why: { nb: 'To kontoer; andre disponerer den første', en: 'Two accounts; others dispose of the first' },
  },
  F11: {
    kind: 'person',
    has: ['ended'],
    why: { nb: 'Tidligere kunde', en: 'Was a customer once' },
  },
  F12: nobodyYet('Åpner konto mens filen leses inn', 'Opens an account while the file is taken in'),
  F13: owner('Avslutter sin eneste konto mens filen leses inn', 'Closes the only account while the file is taken in'),
  F14: nobodyYet('Er meldt fra før', 'Is known to the register already'),
  F15: owner('Opphører, og er ukjent for registeret', 'Ends, and is unknown to the register'),
  F16: nobodyYet('Meldingen avvises med 400', 'The report is refused with 400'),
  F17: nobodyYet('Meldingen avvises med 401', 'The report is refused with 401'),
  F18: nobodyYet('Meldingen avvises med 403', 'The report is refused with 403'),
  F19: nobodyYet('Meldingen møter en feil 500', 'The report meets a 500'),
  F20: nobodyYet('Meldingen får intet svar', 'The report gets no answer'),
  F21: nobodyYet('Forbindelsen brytes', 'The connection is cut'),
  F22: nobodyYet('Blir kunde og slutter mens meldingen feiler', 'Begins and ends while the report fails'),
  F23: amidTrouble,
  F24: amidTrouble,
  F25: amidTrouble,
  F26: amidTrouble,
  F27: amidTrouble,
  F28: amidTrouble,
  F29: amidTrouble,
  F30: amidTrouble,
  F31: amidTrouble,
  F32: amidTrouble,
  F33: amidTrouble,
  F34: amidTrouble,
  F35: owner('Er falt ut av registeret', 'Has dropped out of the register'),
  F36: owner(
    'Er falt ut av registeret, som svarer med ukjente felt',
    'Has dropped out; the register adds unknown members',
  ),
  F37: nobodyYet(
    'Blir kunde mens tjenersertifikatet er galt',
    'Becomes a customer while the server certificate is wrong',
  ),
  F38: nobodyYet('Blir kunde når tokenet er løpt ut', 'Becomes a customer when the token has run out'),
  F39: owner('Går konkurs', 'Goes bankrupt', 'organisation'),
  F40: nobodyYet('Blir kunde etter at F39 er konkurs', 'Becomes a customer after F39 is bankrupt'),
} as const satisfies Readonly<Record<string, KfrRecipe>>

export type KfrFixture = keyof typeof kfrRecipes
export const kfrFixtures = Object.keys(kfrRecipes) as readonly KfrFixture[]

export type KfrFixtures = { readonly [Name in KfrFixture]?: KfrParty }
