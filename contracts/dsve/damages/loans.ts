import { before, type Damage, gone, is, leaf, rg, says, twice, xml } from './damage.ts'

const at = '/restgjeldssvar/laanliste/laan'
const isAt = '/innfrielsessaldosvar/laanliste/laan'

/** Which loans, and how they are paid. */
export const loanDamages: readonly Damage[] = [
  rg('S6', 'a loan forgotten', xml({ 'laanliste/laan[2]': gone }), 'DSVE-130', '/restgjeldssvar/laanliste'),
  rg(
    'S11',
    'an unsecured loan too',
    xml({
      'laanliste/laan': (found) => [
        found,
        {
          ...found,
          children: found.children.map((child) =>
            ['laanenummer', 'kontonummer'].includes(child.name)
              ? leaf(child.name, '97184527409')
              : child.name === 'saldo'
                ? leaf('saldo', '75000.00')
                : child,
          ),
        },
      ],
    }),
    'DSVE-131',
    `${at}[2]/laanenummer`,
  ),
  rg(
    'S1',
    'a loan that nobody has',
    xml({
      'laanliste/laan': (found) => [
        found,
        {
          ...found,
          children: found.children.map((child) => (child.name === 'laanenummer' ? leaf(child.name, '4711') : child)),
        },
      ],
    }),
    'DSVE-131',
    `${at}[2]/laanenummer`,
  ),
  rg('S1', 'an empty lånenummer', xml({ 'laanliste/laan/laanenummer': says('') }), 'DSVE-132', `${at}/laanenummer`),
  rg('S1', 'a loan twice', xml({ 'laanliste/laan': twice }), '~DSVE-132', `${at}[2]/laanenummer`),
  rg(
    'S1',
    "the customer's salary account",
    xml({ 'laanliste/laan/kontonummer': says('97184504115') }),
    'DSVE-133',
    `${at}/kontonummer`,
  ),
  rg(
    'S1',
    'a mistyped account number',
    xml({ 'laanliste/laan/kontonummer': says('97184502741') }),
    'DSVE-133 DSVE-134',
    `${at}/kontonummer`,
  ),
  rg(
    'S1',
    'a dummy for the lånenummer',
    xml({ 'laanliste/laan/laanenummer': says('0') }),
    'DSVE-135',
    `${at}/laanenummer`,
  ),
  rg(
    'S1',
    'a dummy for the kontonummer',
    xml({ 'laanliste/laan/kontonummer': says('00000000000') }),
    'DSVE-135 DSVE-133',
    `${at}/kontonummer`,
  ),
  rg('S2', 'a mistyped KID', xml({ 'laanliste/laan/kidnummer': says('123456783') }), 'DSVE-136', `${at}/kidnummer`),
  rg('S2', 'a KID by the other rule', xml({ 'laanliste/laan/kidnummer': says('123456785') }), ''),
  rg('S2', 'KID and message', xml({ 'laanliste/laan/saldo': before('betalingsmelding', 'Innfrielse') }), ''),
  rg(
    'S1',
    'a letter for a message',
    xml({
      'laanliste/laan/saldo': before(
        'betalingsmelding',
        'Vi viser til forespørselen. Merk at pant ikke slettes før gebyr er betalt.',
      ),
    }),
    'DSVE-208',
    `${at}/betalingsmelding`,
  ),
  rg(
    'S10',
    'mellomfinansiering that is not told',
    xml({ 'laanliste/laan[2]/transporterklaering': says('false') }),
    'DSVE-138',
    `${at}[2]/transporterklaering`,
  ),
  is(
    'S1',
    'mellomfinansiering that is none',
    xml({ 'laanliste/laan/transporterklaering': says('true') }),
    'DSVE-138',
    `${isAt}/transporterklaering`,
  ),
]
