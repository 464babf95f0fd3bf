import type { OneOf } from '../kontrollinformasjon/enumerations.ts'

/**
 * Who plays in the scenarios. Each debtor serves one scenario, and nobody has published a notice about it before: only
 * then does "disabled" show that this notice was acted on. The participant's test environment holds the customers; what
 * it lacks makes the rows that need it `inconclusive: fixture-missing`, and no others.
 */

type Product = OneOf<'AccountType'>

/** What stands in the configuration. */
export interface KonkursParty {
  /** Organisation number (9 digits), or fødselsnummer or D-number (11 digits). */
  readonly id: string
  /** As it stands in a detail; needed where two have one name. */
  readonly name?: string
  /** Accounts that the party owns. Left out where the party is no customer. */
  readonly accounts?: readonly KonkursAccount[]
}

interface KonkursAccount {
  readonly accountIdentifier: string
  readonly product: Product
  /** Blocked for another reason than a bankruptcy, before anything was published. */
  readonly blocked?: true
  /** Somebody else who may dispose of it. */
  readonly disponent?: KonkursFixture
}

/** What the participant makes. `relation` says what ties it to another fixture. */
export interface KonkursRecipe {
  readonly kind: 'organisation' | 'person' | 'personWithLeadingZero' | 'holderOfDNumber'
  readonly customer?: false
  readonly accounts: readonly (Product | { readonly product: Product; readonly blocked: true })[]
  readonly relation?: {
    readonly to: string
    /** This one … the other. */
    readonly is: 'namesake' | 'disponent' | 'owner' | 'ENK' | 'TVAM' | 'konkursbo'
  }
  readonly why: { readonly nb: string; readonly en: string }
}

const plain = (nb: string, en: string, kind: KonkursRecipe['kind'] = 'organisation'): KonkursRecipe => ({
  kind,
  accounts: [kind === 'organisation' ? 'businessAccount' : 'salaryAccount'],
  why: { nb, en },
})

export const konkursRecipes = {
  K1: {
    kind: 'organisation',
    accounts: [
      'businessAccount',
      'savingsAccount',
      'currencyAccount',
      'creditCardAccount',
      'taxDeductionAccount',
      'prepaidCardAccount',
      'otherAccount',
      'loanAccount',
      'clientAccount',
      'accountWithoutBalance',
    ],
    why: { nb: 'Foretak med én konto av hver type', en: 'Organisation with one account of every type' },
  },
  K2: plain(
    'Person, fødselsnummer som begynner med 0',
    'Person whose fødselsnummer begins with 0',
    'personWithLeadingZero',
  ),
  K3: plain('Person med D-nummer', 'Person with a D-number', 'holderOfDNumber'),
  K4: plain('Kunde med samme navn som K5', 'Customer of the same name as K5', 'person'),
  K5: {
    kind: 'person',
    customer: false,
    accounts: [],
    relation: { to: 'K4', is: 'namesake' },
    why: { nb: 'Ikke kunde; samme navn som K4', en: 'No customer; the same name as K4' },
  },
  K6: {
    kind: 'person',
    accounts: ['salaryAccount'],
    relation: { to: 'K7', is: 'disponent' },
    why: { nb: 'Disponerer kontoen til K7', en: 'Disposes of the account of K7' },
  },
  K7: plain('Eier kontoen som K6 disponerer', 'Owns the account that K6 disposes of', 'person'),
  K8: plain('Selskap som K9 eier og leder', 'Company that K9 owns and runs'),
  K9: {
    ...plain('Eier og daglig leder av K8', 'Owner and manager of K8', 'person'),
    relation: { to: 'K8', is: 'owner' },
  },
  K10: plain('Person med enkeltpersonforetaket K11', 'Person behind the sole proprietorship K11', 'person'),
  K11: { ...plain('Enkeltpersonforetaket til K10', 'Sole proprietorship of K10'), relation: { to: 'K10', is: 'ENK' } },
  K12: plain('Person med enheten K13', 'Person behind the unit K13', 'person'),
  K13: {
    ...plain('Tvangsregistrert i Merverdiavgiftsregisteret for K12', 'Unit of K12 with forced VAT registration'),
    relation: { to: 'K12', is: 'TVAM' },
  },
  K14: plain('Selskap med boet K15', 'Company with the estate K15'),
  K15: {
    ...plain('Konkursboet etter K14', 'The estate of K14'),
    relation: { to: 'K14', is: 'konkursbo' },
  },
  K16: {
    kind: 'organisation',
    accounts: ['businessAccount', 'savingsAccount', 'otherAccount', { product: 'currencyAccount', blocked: true }],
    why: {
      nb: 'Åpnes og slettes; én konto er sperret av en annen grunn fra før, én avsluttes underveis',
      en: 'Opened and deleted; one account is blocked for another reason before, one is closed meanwhile',
    },
  },
  K17: plain('Åpning og sletting i samme svar', 'Opening and sletting in one response'),
  K18: {
    kind: 'organisation',
    accounts: ['businessAccount', { product: 'savingsAccount', blocked: true }],
    why: { nb: 'Sletting uten kjent åpning', en: 'Sletting without a known opening' },
  },
  K19: plain('Åpning og oppheving', 'Opening and oppheving', 'person'),
  K20: plain('Åpning og avslutning M', 'Opening and avslutning M'),
  K21: plain('Åpning og avslutning U', 'Opening and avslutning U'),
  K22: plain('Åpning og avslutning T', 'Opening and avslutning T'),
  K23: plain('Åpning og avslutning A', 'Opening and avslutning A'),
  K24: plain('Ukjent type', 'Unknown type'),
  K25: plain('Ukjent avviklingskode', 'Unknown avviklingskode'),
  K26: plain('Grunnlag B', 'Konkursgrunnlag B'),
  K27: plain('Grunnlag O', 'Konkursgrunnlag O'),
  K28: plain('Grunnlag T, TVDL', 'Konkursgrunnlag T, TVDL'),
  K29: plain('Grunnlag T, TVRE', 'Konkursgrunnlag T, TVRE'),
  K30: plain('Grunnlag T, TVRR', 'Konkursgrunnlag T, TVRR'),
  K31: plain('Grunnlag T, TVST', 'Konkursgrunnlag T, TVST'),
  K32: plain('Grunnlag T, TVBA', 'Konkursgrunnlag T, TVBA'),
  K33: plain('Grunnlag T, TVOV', 'Konkursgrunnlag T, TVOV'),
  K34: plain('Kunngjøres senere enn registrert', 'Published later than registered'),
  K35: plain('Tvilling i samme svar', 'Twin in one response'),
  K36: plain('Tvilling i samme svar', 'Twin in one response'),
  K37: plain('Tvilling som kunngjøres senere', 'Twin that is published later'),
  K38: plain('Varsel bak en feil 503', 'Notice behind a 503'),
  K39: plain('Varsel bak et avkuttet svar', 'Notice behind an answer that was cut off'),
  K40: plain('Varsel bak et brudd', 'Notice behind a connection that was reset'),
  K41: plain('Varsel bak en avvisning 401 og 403', 'Notice behind a 401 and a 403'),
  K42: plain('Detaljen feiler tre ganger', 'The detail fails three times'),
  K43: plain('Ukjente og manglende felt', 'Unknown and absent fields'),
  K44: plain('Nabo til et ødelagt varsel', 'Neighbour of a notice that is broken'),
  K45: plain('Samme varsel levert igjen', 'The same notice delivered again'),
  K46: plain('To åpninger etter hverandre', 'Two openings, one after the other'),
  K47: plain('Registrert på en lørdag', 'Registered on a Saturday'),
  K48: plain('Kjennelse for et år siden', 'Ruling a year ago'),
  K49: plain('Kjennelse ti dager før registreringen', 'Ruling ten days before the registration'),
  K50: plain('Varsel fra et langt opphold', 'Notice out of a long gap'),
  K51: plain('Først i et svar med 12 400 varsler', 'First in an answer of 12,400 notices'),
  K52: plain('Midt i et svar med 12 400 varsler', 'In the middle of an answer of 12,400 notices'),
  K53: plain('Sist i et svar med 12 400 varsler', 'Last in an answer of 12,400 notices'),
  K54: plain('Gammel åpning levert igjen etter sletting', 'Old opening delivered again after its sletting'),
  K55: plain('Ny åpning etter sletting', 'New opening after a sletting'),
  K56: plain('Nabo til en ukjent type', 'Neighbour of an unknown type'),
  K57: plain('Nabo til avslutninger', 'Neighbour of avslutninger'),
  K58: plain('Nabo til et varsel uten kjennelsesdato', 'Neighbour of a notice without kjennelsesdato'),
  K59: plain('Nabo til en sletting uten åpning', 'Neighbour of a sletting without an opening'),
  K60: plain('Åpning etter tomme lister', 'Opening after empty lists'),
  K61: plain('Detalj med æ, ø og å', 'Detail with æ, ø and å'),
  K62: plain('Varsel med lenke til en annen vert', 'Notice with a link to another host'),
  K63: plain('Detaljen feiler, og banken startes på nytt', 'The detail fails, and the bank is restarted'),
} as const satisfies Readonly<Record<string, KonkursRecipe>>

export type KonkursFixture = keyof typeof konkursRecipes
export const konkursFixtures = Object.keys(konkursRecipes) as readonly KonkursFixture[]

export type KonkursFixtures = { readonly [Name in KonkursFixture]?: KonkursParty }
