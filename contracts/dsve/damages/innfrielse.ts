import { markup } from '../xml/markup.ts'
import { type Damage, gone, holds, is, leaf, says, xml } from './damage.ts'

const isAt = '/innfrielsessaldosvar/laanliste/laan'
const pair = 'laanliste/laan/saldoerPerDato/saldoPerDato'
const pairAt = `/innfrielsessaldosvar/${pair}`
const pairs = (...told: readonly (readonly [string, string])[]) =>
  xml({
    'laanliste/laan/saldoerPerDato': holds(
      ...told.map(([dato, beloep]) =>
        markup('saldoPerDato', { children: [leaf('beloep', beloep), leaf('dato', dato)] }),
      ),
    ),
  })

/** What an innfrielsessaldosvar tells of a loan: B2, B7. The loan of S1 costs 2 352 604.74 today and 321.29 each day. */
export const innfrielseDamages: readonly Damage[] = [
  is(
    'S1',
    'no pairs',
    xml({ 'laanliste/laan/saldoerPerDato': holds() }),
    'DSVE-100 DSVE-170 ~DSVE-171',
    `${isAt}/saldoerPerDato`,
  ),
  is(
    'S1',
    'five pairs',
    pairs(
      ['2026-12-11', '2357102.80'],
      ['2026-12-12', '2357424.09'],
      ['2026-12-13', '2357745.38'],
      ['2026-12-14', '2358066.67'],
      ['2026-12-15', '2358387.96'],
    ),
    'DSVE-100 DSVE-170',
    '/innfrielsessaldosvar/laanliste/laan/saldoerPerDato',
  ),
  is(
    'S1',
    "today's date for the one asked for",
    pairs(['2026-11-27', '2352604.74']),
    '~DSVE-171',
    `${isAt}/saldoerPerDato`,
  ),
  is('S17', 'fewer dates than asked for', pairs(['2026-12-11', '2357102.80']), ''),
  is('S17', 'fewer dates, and a termin that pays interest too', pairs(['2026-12-25', '2336749.22']), ''),
  is(
    'S1',
    'another date beside the one asked for',
    pairs(['2026-12-11', '2357102.80'], ['2026-12-12', '2357424.09']),
    '',
  ),
  is(
    'S17',
    'other dates, and one that was asked for',
    pairs(['2026-12-10', '2356781.51'], ['2026-12-11', '2357102.80']),
    '',
  ),
  is(
    'S1',
    'two amounts for one date',
    pairs(['2026-12-11', '2357102.80'], ['2026-12-11', '2357424.09']),
    'DSVE-173',
    `${pairAt}[2]/dato`,
  ),
  is(
    'S1',
    'one pair twice',
    pairs(['2026-12-11', '2357102.80'], ['2026-12-11', '2357102.80']),
    '~DSVE-173',
    `${pairAt}[2]/dato`,
  ),
  is(
    'S1',
    'a date that is over',
    pairs(['2026-12-11', '2357102.80'], ['2026-11-20', '2350355.71']),
    'DSVE-174',
    `${pairAt}[2]/dato`,
  ),
  is(
    'S6',
    'other dates of one loan than of the next',
    xml({ 'laanliste/laan[2]/saldoerPerDato/saldoPerDato[2]': gone }),
    '~DSVE-175',
    `${isAt}[2]/saldoerPerDato`,
  ),
  is('S1', 'the principal alone', pairs(['2026-12-11', '2345678.90']), 'DSVE-176', `${pairAt}/beloep`),
  is('S3', 'no fee', xml({ [`${pair}/beloep`]: says('702608.14') }), 'DSVE-176', `${pairAt}/beloep`),
  is('S1', 'interest counted a day more', pairs(['2026-12-11', '2357424.09']), ''),
  is(
    'S1',
    'amounts in each other’s place',
    pairs(['2026-12-11', '2357424.09'], ['2026-12-12', '2357102.80']),
    'DSVE-177',
    `${pairAt}[2]/beloep`,
  ),
  is(
    'S16',
    'an amount half a year ahead of a fastrente loan',
    pairs(['2027-05-26', '2462436.94']),
    'DSVE-178',
    `${pairAt}/dato`,
  ),
]
