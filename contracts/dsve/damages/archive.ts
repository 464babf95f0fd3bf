import { markup } from '../xml/markup.ts'
import { serialize } from '../xml/serialize.ts'
import { type Damage, is, properties, rewritten, rg, withManifest } from './damage.ts'

/** What lies in the archive. Section 2.2. */
export const archiveDamages: readonly Damage[] = [
  rg(
    'S1',
    'an acknowledgement without XML',
    { files: (files) => files.filter(({ name }) => name === 'manifest.xml') },
    'DSVE-087',
    'archive',
  ),
  rg(
    'S14',
    'a refusal with made-up loans',
    {
      text: () =>
        serialize(
          markup('restgjeldssvar', {
            children: [
              markup('laanliste', { children: [markup('laan', { children: [markup('laanenummer', { text: '0' })] })] }),
            ],
          }),
        ),
    },
    'DSVE-087',
    '/restgjeldssvar/laanliste/laan',
  ),
  rg(
    'S8',
    'a refusal that answers all the same',
    properties({ status: 'SvarerMedEpost', statusDescription: 'Vi svarer på e-post.' }),
    '~DSVE-087 DSVE-091 ~DSVE-031',
    '/restgjeldssvar',
  ),
  rg(
    'S1',
    'two answers in one archive',
    {
      files: (files) => [...files, { ...(files.at(-1) ?? files[0] ?? { content: '' }), name: 'restgjeldssvar_2.xml' }],
    },
    'DSVE-089',
    'archive',
  ),
  is('S1', 'the svar of the other flow', { text: () => '<restgjeldssvar/>' }, 'DSVE-089 DSVE-100', '/restgjeldssvar'),
  rg(
    'S1',
    'bare XML',
    { transfer: (transfer) => ({ ...transfer, payload: Buffer.from('<restgjeldssvar/>') }) },
    'DSVE-088',
    'archive (byte 0)',
  ),
  rg(
    'S1',
    'half an archive',
    { transfer: (transfer) => ({ ...transfer, payload: transfer.payload.subarray(0, 900) }) },
    'DSVE-088',
    'archive (the directory)',
  ),
  rg(
    'S1',
    'no manifest.xml',
    { files: (files) => files.filter(({ name }) => name !== 'manifest.xml') },
    'DSVE-090',
    'archive/manifest.xml',
  ),
  rg(
    'S1',
    'the manifest of the request',
    withManifest({ propertyList: { messageType: 'Restgjeldsforespoersel' } }),
    'DSVE-091',
    'archive/manifest.xml/PropertyList/messageType',
  ),
  rg(
    'S1',
    'another document called manifest.xml',
    {
      files: (files) =>
        files.map((file) => (file.name === 'manifest.xml' ? { ...file, content: '<manifest/>' } : file)),
    },
    'DSVE-091',
    'archive/manifest.xml',
  ),
  rg(
    'S1',
    'a manifest with another reportee',
    withManifest({ reportee: '313456781' }),
    '~DSVE-091',
    'archive/manifest.xml/Reportee',
  ),
  rg(
    'S1',
    'data.xml',
    {
      files: (files) => files.map((file) => (file.name === 'manifest.xml' ? file : { ...file, name: 'data.xml' })),
    },
    'DSVE-092',
    'archive/data.xml',
  ),
  rg(
    'S1',
    'a letter beside it',
    { files: (files) => [...files, { name: 'brev.pdf', content: '%PDF-1.7' }] },
    'DSVE-094',
    'archive/brev.pdf',
  ),
  rg(
    'S14',
    'a refusal with something to fill the archive',
    {
      files: (files) => [...files.filter(({ name }) => name === 'manifest.xml'), { name: 'dummy.txt', content: 'tom' }],
    },
    '',
  ),
  rg(
    'S1',
    'no end',
    rewritten((text) => text.slice(0, 700)),
    'DSVE-100',
    'archive/restgjeldssvar_1.xml (line 22, column 7)',
  ),
]
