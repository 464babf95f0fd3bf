import { type Damage, is, refusing, rg } from './damage.ts'

/** Yes where no is right, and the other way. */
export const situationDamages: readonly Damage[] = [
  rg(
    'S12',
    'a repaid loan answered with nothing owed',
    {
      text: () => '<restgjeldssvar/>',
      transfer: (transfer) => ({
        ...transfer,
        propertyList: { messageType: 'Restgjeldssvar', status: 'RutetSuksessfullt' },
      }),
    },
    'DSVE-091 DSVE-190 DSVE-100 DSVE-121',
    'propertyList/status',
  ),
  rg(
    'S12',
    'a repaid loan answered by e-mail',
    refusing('SvarerMedEpost', 'Lånet er nedbetalt, vi svarer på e-post.'),
    '~DSVE-190',
    'propertyList/status',
  ),
  rg(
    'S13',
    'a pant that was sold called Feil',
    refusing('Feil', 'Pantet er overført til annen kreditor.'),
    'DSVE-191',
    'propertyList/status',
  ),
  rg(
    'S14',
    'no pant called repaid',
    refusing('LaanNedbetalt', 'Banken har ikke pant i eiendommen.'),
    'DSVE-193',
    'propertyList/status',
  ),
  rg(
    'S15',
    'an unknown owner answered with data',
    {
      text: (text) => text,
      transfer: (transfer) => ({
        ...transfer,
        propertyList: { messageType: 'Restgjeldssvar', status: 'RutetSuksessfullt' },
      }),
    },
    'DSVE-091 DSVE-194',
    'propertyList/status',
  ),
  rg(
    'S15',
    'an unknown owner told who owns',
    refusing('Feil', 'Eiendommen eies av Kari Østby Sjøvik, ikke av den dere oppgir.'),
    '~DSVE-071 DSVE-194',
    'propertyList/statusDescription',
  ),
  rg(
    'S8',
    'a refusal of what can be answered',
    refusing('Feil', 'Det oppsto en feil i banken.'),
    'DSVE-031',
    'propertyList/status',
  ),
  rg(
    'S1',
    'the simplest case answered by e-mail',
    refusing('SvarerMedEpost', 'Saken besvares på e-post.'),
    '~DSVE-031',
    'propertyList/status',
  ),
  rg(
    'S18',
    'a request with everything in it answered by e-mail',
    refusing('SvarerMedEpost', 'Saken besvares på e-post.'),
    '~DSVE-032',
    'propertyList/status',
  ),
  is(
    'S17',
    'four dates answered by e-mail',
    refusing('SvarerMedEpost', 'Saken besvares på e-post.'),
    '~DSVE-047',
    'propertyList/status',
  ),
  rg('S6', 'three properties answered by e-mail', refusing('SvarerMedEpost', 'Saken besvares på e-post.'), ''),
  is('S16', 'a date far ahead refused', refusing('Feil', 'Datoen er for langt fram i tid.'), ''),
  rg(
    'S21',
    'a topped-up pant refused',
    refusing('Feil', 'Pantet er forhøyet siden sist.'),
    'DSVE-161',
    'propertyList/status',
  ),
  rg(
    'S28',
    'one property without pant refused for both',
    refusing('Feil', 'Banken har ikke pant i eiendommen.'),
    'DSVE-196',
    'propertyList/status',
  ),
  rg(
    'S29',
    'one repaid loan taken for all',
    refusing('LaanNedbetalt', 'Lånet er nedbetalt, pantet er ikke slettet.'),
    'DSVE-197',
    'propertyList/status',
  ),
  rg(
    'S30',
    'a loan in euro called repaid',
    refusing('LaanNedbetalt', 'Lånet er nedbetalt.'),
    'DSVE-198',
    'propertyList/status',
  ),
]
