import type { LookedUp } from '../../../contracts/kfr/look-up.ts'
import type { Deed, Failed } from '../../../contracts/report/evidence.ts'
import type { Said } from '../../words.ts'

/** What bosiden learned of the register of customers, and what became of it, in a sentence. */

/** `bank`: the organisation number of the participant. */
export function lookUpWords({ outcome }: Deed, bank: string): Said {
  const answer = outcome as LookedUp | Failed
  if ('failed' in answer)
    return {
      nb: `får ikke slått opp: Kundeforholdsregisteret (KFR) kunne ikke spørres i denne kjøringen. ${told.nb}`,
      en: `cannot look it up: the register of customer relationships (KFR) could not be asked in this run. ${told.en}`,
    }
  const { status, code, period, banks } = answer
  const asked = {
    nb: `spør Kundeforholdsregisteret (KFR) hvor K1 eier konto eller gjorde det siden ${period.from}`,
    en: `asks the register of customer relationships (KFR) where K1 owns an account or has since ${period.from}`,
  }
  if (status !== 200) {
    const got = code === null ? `${status}` : `${status} ${code}`
    return { nb: `${asked.nb}, og får ${got}. ${told.nb}`, en: `${asked.en}, and gets ${got}. ${told.en}` }
  }
  const isNamed = banks.some(({ organizationID }) => organizationID === bank)
  const names = banks.map(({ organizationID, bankName }) => `${bankName} (${organizationID})`).join(', ')
  const answered = {
    nb: `${asked.nb}, og får ${names === '' ? 'ingen bank' : names}`,
    en: `${asked.en}, and gets ${names === '' ? 'no bank' : names}`,
  }
  if (!isNamed)
    return {
      nb: `${answered.nb}. Banken som prøves, er ikke blant dem. ${told.nb}`,
      en: `${answered.en}. The bank under test is not among them. ${told.en}`,
    }
  const others = banks.length - 1
  return {
    nb: `${answered.nb}. ${others === 0 ? 'Den' : 'Banken som prøves,'} blir spurt om kontoene`,
    en: `${answered.en}. ${others === 0 ? 'It' : 'The bank under test'} is asked for the accounts`,
  }
}

const told: Said = {
  nb: 'Prøven oppgir banken, så resten kan prøves',
  en: 'The harness names the bank, so that the rest can be tried',
}
