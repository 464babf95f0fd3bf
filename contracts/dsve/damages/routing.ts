import { type Damage, refusing, rg } from './damage.ts'

/** To whom, from whom, and what stands around it. */
export const routingDamages: readonly Damage[] = [
  rg(
    'S1',
    'somebody else among the recipients',
    { transfer: (transfer) => ({ ...transfer, recipients: [...transfer.recipients, '0192:315678900'] }) },
    'DSVE-061',
    'transfer/recipients',
  ),
  rg(
    'S18',
    'an answer to the sender in spite of returnertil',
    { transfer: (transfer) => ({ ...transfer, recipients: ['0192:313456781'] }) },
    'DSVE-061',
    'transfer/recipients',
  ),
  rg(
    'S1',
    'the data centre as sender',
    { transfer: (transfer) => ({ ...transfer, sender: '0192:316789013' }) },
    'DSVE-062 ~DSVE-091',
    'transfer/sender',
  ),
  rg(
    'S1',
    'bare nine digits as sender',
    { transfer: (transfer) => ({ ...transfer, sender: '312345676' }) },
    'DSVE-063',
    'transfer/sender',
  ),
  rg(
    'S1',
    'no reference of the transfer',
    { transfer: (transfer) => ({ ...transfer, sendersFileTransferReference: '' }) },
    'DSVE-064 ~DSVE-091',
    'transfer/sendersFileTransferReference',
  ),
  rg(
    'S1',
    'a new reference of the transfer',
    { transfer: (transfer) => ({ ...transfer, sendersFileTransferReference: 'ny' }) },
    'DSVE-065 ~DSVE-091',
    'transfer/sendersFileTransferReference',
  ),
  rg(
    'S1',
    'a fødselsnummer in the file name',
    { transfer: (transfer) => ({ ...transfer, fileName: 'svar_12817210188.zip' }) },
    'DSVE-071',
    'transfer/fileName',
  ),
  rg(
    'S1',
    'a name in the entry name',
    {
      files: (files) =>
        files.map((file) =>
          file.name === 'manifest.xml' ? file : { ...file, name: 'restgjeldssvar_Kari_Østby_Sjøvik.xml' },
        ),
    },
    'DSVE-071',
    'archive/restgjeldssvar_Kari_Østby_Sjøvik.xml',
  ),
  rg(
    'S14',
    'a name in the text of a refusal',
    refusing('Feil', 'Kari Østby Sjøvik har ikke pant hos oss.'),
    '~DSVE-071',
    'propertyList/statusDescription',
  ),
]
