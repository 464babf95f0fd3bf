import { before, type Damage, gone, rg, says, xml } from './damage.ts'

const at = '/restgjeldssvar/laanliste/laan'

/** What a restgjeldssvar tells of a loan: B1, B2, B13. */
export const restgjeldDamages: readonly Damage[] = [
  rg(
    'S1',
    'the granted amount for the saldo',
    xml({ 'laanliste/laan/saldo': says('4000000.00') }),
    'DSVE-150',
    `${at}/saldo`,
  ),
  rg('S1', 'the saldo with the interest so far', xml({ 'laanliste/laan/saldo': says('2352104.74') }), ''),
  rg(
    'S2',
    'fastrente that is not told',
    xml({ 'laanliste/laan/fastrente': says('false') }),
    'DSVE-151',
    `${at}/fastrente`,
  ),
  rg(
    'S2',
    'underkurs in the saldo',
    xml({ 'laanliste/laan/saldo': says('2297678.90') }),
    'DSVE-150 DSVE-152',
    `${at}/saldo`,
  ),
  rg(
    'S6',
    'realkausjon that is not told',
    xml({ 'laanliste/laan[3]/realkausjon': says('false') }),
    'DSVE-153',
    `${at}[3]/realkausjon`,
  ),
  rg(
    'S3',
    'a rammelån without limit',
    xml({ 'laanliste/laan/oevreGrenseRammelaan': gone }),
    'DSVE-154',
    `${at}/oevreGrenseRammelaan`,
  ),
  rg(
    'S1',
    'a limit of a loan that is no rammelån',
    xml({ 'laanliste/laan/fastrente': before('oevreGrenseRammelaan', '4000000.00') }),
    'DSVE-155',
    `${at}/oevreGrenseRammelaan`,
  ),
  rg(
    'S1',
    'a loan that is no rammelån, called one',
    xml({
      'laanliste/laan/rammelaan': says('true'),
      'laanliste/laan/fastrente': before('oevreGrenseRammelaan', '4000000.00'),
    }),
    'DSVE-155',
    `${at}/oevreGrenseRammelaan`,
  ),
  rg(
    'S3',
    'a rammelån that is not called one',
    xml({ 'laanliste/laan/rammelaan': says('false'), 'laanliste/laan/oevreGrenseRammelaan': gone }),
    'DSVE-156',
    `${at}/rammelaan`,
  ),
  rg(
    'S3',
    'what is used for the frame, though it is open',
    xml({ 'laanliste/laan/oevreGrenseRammelaan': says('700000.00') }),
    'DSVE-156',
    `${at}/oevreGrenseRammelaan`,
  ),
  rg(
    'S3',
    'what is left for the frame',
    xml({ 'laanliste/laan/oevreGrenseRammelaan': says('300000.00') }),
    'DSVE-156 DSVE-158',
    `${at}/oevreGrenseRammelaan`,
  ),
  rg(
    'S3',
    'an open frame whose raising is not barred',
    xml({ sperretForVidereOpplaan: says('false') }),
    '~DSVE-156 ~DSVE-159',
    '/restgjeldssvar/sperretForVidereOpplaan',
  ),
  rg(
    'S4',
    'the real frame, though it is locked',
    xml({ 'laanliste/laan/oevreGrenseRammelaan': says('1000000.00') }),
    'DSVE-157',
    `${at}/oevreGrenseRammelaan`,
  ),
  rg(
    'S4',
    'a locked frame that is said to be open',
    xml({ sperretForVidereOpplaan: says('false') }),
    'DSVE-157 ~DSVE-159',
    '/restgjeldssvar/sperretForVidereOpplaan',
  ),
  rg(
    'S1',
    'no lock',
    xml({ sperretForVidereOpplaan: says('false') }),
    '~DSVE-159',
    '/restgjeldssvar/sperretForVidereOpplaan',
  ),
  rg(
    'S27',
    'a lock that the bank has not',
    xml({ sperretForVidereOpplaan: says('true') }),
    'DSVE-159',
    '/restgjeldssvar/sperretForVidereOpplaan',
  ),
  rg(
    'S21',
    'the saldo before it was topped up',
    xml({ 'laanliste/laan/saldo': says('2345678.90') }),
    'DSVE-150 DSVE-161',
    `${at}/saldo`,
  ),
]
