import { type Damage, is, rg, says, xml } from './damage.ts'

const laan = '/restgjeldssvar/laanliste/laan'
const pair = 'laanliste/laan/saldoerPerDato/saldoPerDato'

/** What the schema lets through. Section 3.6. */
export const valueDamages: readonly Damage[] = [
  rg('S1', 'a saldo of minus five', xml({ 'laanliste/laan/saldo': says('-5') }), '~DSVE-104 DSVE-150', `${laan}/saldo`),
  rg('S1', 'six decimals', xml({ 'laanliste/laan/saldo': says('2345678.900001') }), '~DSVE-104', `${laan}/saldo`),
  rg(
    'S3',
    'an exponent',
    xml({ 'laanliste/laan/oevreGrenseRammelaan': says('1.0E6') }),
    '~DSVE-104',
    `${laan}/oevreGrenseRammelaan`,
  ),
  rg(
    'S3',
    'INF for a limit',
    xml({ 'laanliste/laan/oevreGrenseRammelaan': says('INF') }),
    'DSVE-104 DSVE-156',
    `${laan}/oevreGrenseRammelaan`,
  ),
  is(
    'S1',
    'NaN for an amount',
    xml({ [`${pair}/beloep`]: says('NaN') }),
    'DSVE-104 DSVE-176',
    '/innfrielsessaldosvar/laanliste/laan/saldoerPerDato/saldoPerDato/beloep',
  ),
  is(
    'S1',
    'a date with a zone',
    xml({ [`${pair}/dato`]: says('2026-12-11+02:00') }),
    'DSVE-105',
    '/innfrielsessaldosvar/laanliste/laan/saldoerPerDato/saldoPerDato/dato',
  ),
  rg(
    'S1',
    '1 for true',
    xml({ sperretForVidereOpplaan: says('1') }),
    'DSVE-106',
    '/restgjeldssvar/sperretForVidereOpplaan',
  ),
]
