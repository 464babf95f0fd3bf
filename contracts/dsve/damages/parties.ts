import { attributes, type Damage, gone, holds, leaf, rg, says, xml } from './damage.ts'

/** Who writes to whom. */
export const partyDamages: readonly Damage[] = [
  rg(
    'S1',
    'the megler as avsender',
    xml({
      avsender: (found) =>
        attributes({ id: '313456781' })({
          ...found,
          children: found.children.map((child) =>
            child.name === 'foretaksnavn' ? leaf('foretaksnavn', 'Ærlig Eiendomsmegling AS') : child,
          ),
        }),
    }),
    'DSVE-107',
    '/restgjeldssvar/avsender/@id',
  ),
  rg(
    'S1',
    'another name of the bank',
    xml({ 'avsender/foretaksnavn': says('Referansebanken Boligkreditt AS') }),
    '~DSVE-107',
    '/restgjeldssvar/avsender/foretaksnavn',
  ),
  rg(
    'S1',
    'the bank as mottaker',
    xml({ mottaker: attributes({ id: '312345676' }) }),
    'DSVE-108',
    '/restgjeldssvar/mottaker/@id',
  ),
  rg(
    'S18',
    'the sender as mottaker in spite of returnertil',
    xml({ mottaker: attributes({ id: '313456781' }) }),
    '~DSVE-108',
    '/restgjeldssvar/mottaker/@id',
  ),
  rg(
    'S1',
    'no reference of the megler',
    xml({ 'mottaker/referanse': gone }),
    'DSVE-109',
    '/restgjeldssvar/mottaker/referanse',
  ),
  rg(
    'S1',
    'the reference of the megler in capitals',
    xml({ 'mottaker/referanse': says('12-26/0042 a') }),
    'DSVE-109',
    '/restgjeldssvar/mottaker/referanse',
  ),
  rg(
    'S1',
    'the reference of the megler without its blank',
    xml({ 'mottaker/referanse': says('12-26/0042A') }),
    'DSVE-109',
    '/restgjeldssvar/mottaker/referanse',
  ),
  rg(
    'S1',
    'no reference of the bank',
    xml({ 'avsender/referanse': says('') }),
    'DSVE-110',
    '/restgjeldssvar/avsender/referanse',
  ),
  rg(
    'S1',
    'no contact person',
    xml({ 'avsender/kontaktperson': gone }),
    'DSVE-112',
    '/restgjeldssvar/avsender/kontaktperson',
  ),
  rg(
    'S1',
    'a contact person without a name',
    xml({ 'avsender/kontaktperson/navn': says(' ') }),
    'DSVE-112',
    '/restgjeldssvar/avsender/kontaktperson',
  ),
  rg(
    'S1',
    'a contact person whom nobody can reach',
    xml({ 'avsender/kontaktperson': holds(leaf('navn', 'Bjørn Bankesen')) }),
    '~DSVE-112',
    '/restgjeldssvar/avsender/kontaktperson',
  ),
]
