import { before, type Damage, gone, holds, is, leaf, rg, says, xml } from './damage.ts'

const at = '/restgjeldssvar/laanliste/laan'
const navn = 'laanliste/laan/laantakereHjemmelshaver'

/** Who borrowed. */
export const borrowerDamages: readonly Damage[] = [
  rg(
    'S8',
    'an outsider who is kept back',
    xml({ 'laanliste/laan/laantakerIkkeHjemmelshaver': says('false') }),
    'DSVE-139',
    `${at}/laantakerIkkeHjemmelshaver`,
  ),
  rg(
    'S1',
    'an outsider where there is none',
    xml({ 'laanliste/laan/laantakerIkkeHjemmelshaver': says('true') }),
    'DSVE-139',
    `${at}/laantakerIkkeHjemmelshaver`,
  ),
  rg(
    'S9',
    'an owner who does not sell, taken for a seller',
    xml({
      'laanliste/laan/laantakerIkkeHjemmelshaver': says('false'),
      [`${navn}/navn`]: (found) => [found, leaf('navn', 'Per Fjellstad')],
    }),
    '~DSVE-139 ~DSVE-141',
    '/restgjeldssvar/laanliste/laan/laantakerIkkeHjemmelshaver',
  ),
  rg('S1', 'no names though the owner borrowed', xml({ [navn]: holds() }), 'DSVE-140', `${at}/laantakereHjemmelshaver`),
  rg('S2', 'one of two names', xml({ [`${navn}/navn[2]`]: gone }), 'DSVE-140', `${at}/laantakereHjemmelshaver`),
  rg(
    'S1',
    'somebody who did not borrow',
    xml({ [`${navn}/navn`]: (found) => [found, leaf('navn', 'Ola Ødegård')] }),
    'DSVE-140',
    `${at}/laantakereHjemmelshaver/navn[2]`,
  ),
  rg(
    'S8',
    'the outsider by name',
    xml({ [`${navn}/navn`]: (found) => [found, leaf('navn', 'Ingrid Utenfor-Hansen')] }),
    'DSVE-141',
    `${at}/laantakereHjemmelshaver/navn[2]`,
  ),
  rg(
    'S8',
    'the outsider, surname first',
    xml({ [`${navn}/navn`]: (found) => [found, leaf('navn', 'Utenfor-Hansen, Ingrid')] }),
    'DSVE-141',
    `${at}/laantakereHjemmelshaver/navn[2]`,
  ),
  rg(
    'S8',
    'the outsider by first name',
    xml({ [`${navn}/navn`]: (found) => [found, leaf('navn', 'Ingrid')] }),
    'DSVE-141',
    `${at}/laantakereHjemmelshaver/navn[2]`,
  ),
  rg(
    'S8',
    'the outsider in the message of the payment',
    xml({ 'laanliste/laan/saldo': before('betalingsmelding', 'Lån INGRID UTENFOR-HANSEN') }),
    'DSVE-141',
    `${at}/betalingsmelding`,
  ),
  rg(
    'S1',
    'a fødselsnummer for a name',
    xml({ [`${navn}/navn`]: says('Kari Østby Sjøvik 12817210188') }),
    'DSVE-140 DSVE-142',
    '/restgjeldssvar/laanliste/laan/laantakereHjemmelshaver/navn',
  ),
  rg(
    'S1',
    'a birth date behind the name',
    xml({ 'laanliste/laan/saldo': before('betalingsmelding', 'Sjøvik f. 12.01.1972') }),
    'DSVE-142',
    `${at}/betalingsmelding`,
  ),
  rg(
    'S1',
    'a fødselsnummer in two groups',
    xml({ 'laanliste/laan/saldo': before('betalingsmelding', 'Lån 128172 10188') }),
    'DSVE-142',
    `${at}/betalingsmelding`,
  ),
  rg(
    'S8',
    'the address of the outsider',
    xml({ 'laanliste/laan/saldo': before('betalingsmelding', 'Bakveien 9') }),
    'DSVE-142',
    `${at}/betalingsmelding`,
  ),
  is(
    'S26',
    'a name where no borrower owns',
    xml({ [navn]: holds(leaf('navn', 'Ingrid Utenfor-Hansen')) }),
    'DSVE-141 DSVE-143',
    '/innfrielsessaldosvar/laanliste/laan/laantakereHjemmelshaver/navn',
  ),
  is(
    'S26',
    'false where no borrower owns',
    xml({ 'laanliste/laan/laantakerIkkeHjemmelshaver': says('false') }),
    'DSVE-139 DSVE-143',
    '/innfrielsessaldosvar/laanliste/laan/laantakerIkkeHjemmelshaver',
  ),
  is(
    'S26',
    'no list where no borrower owns',
    xml({ [navn]: gone }),
    'DSVE-100 DSVE-143',
    '/innfrielsessaldosvar/laanliste/laan/laantakereHjemmelshaver',
  ),
  rg(
    'S1',
    'first names alone',
    xml({ [`${navn}/navn`]: says('Kari') }),
    'DSVE-144',
    `${at}/laantakereHjemmelshaver/navn`,
  ),
  rg('S1', 'the surname first', xml({ [`${navn}/navn`]: says('Sjøvik, Kari Østby') }), ''),
]
