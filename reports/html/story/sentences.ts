import type { Publication } from '../../../contracts/konkursvarsel/notice.ts'
import { accountsOf, transactionsOf } from '../../../contracts/kontrollinformasjon/wire.ts'
import type { Content, Deed, Exchange, Observation } from '../../../contracts/report/evidence.ts'
import type { Said } from '../../words.ts'
import { lookUpWords } from './look-up.ts'
import { type Asked, isHolding, type Turn } from './turns.ts'

/** One turn of the story in a sentence. */
export interface Sentence {
  readonly who: Said
  readonly says: Said
}

const brreg: Said = { nb: 'Brreg', en: 'Brreg' }
const bank: Said = { nb: 'Banken', en: 'The bank' }
const bostyrer: Said = { nb: 'Bostyrer', en: 'The bostyrer' }
const harness: Said = { nb: 'Prøven', en: 'The harness' }
const owner: Said = { nb: 'Eieren', en: 'The owner' }

/** `participant`: its organisation number. */
export function sentenceOf(turn: Turn, participant: string): Sentence {
  if (turn.kind === 'look-up') return { who: bostyrer, says: lookUpWords(turn.deed, participant) }
  if (turn.kind === 'deed') return deedSentence(turn.deed)
  if (turn.kind === 'sighting') return { who: bank, says: sightingWords(turn.sighting) }
  return questionSentence(turn.asked, turn.exchanges)
}

function deedSentence({ does, told, outcome }: Deed): Sentence {
  if (does === 'publish') {
    const { notices } = (told as { publication: Publication }).publication
    const what = notices.map(({ type, debtor }) => `${type} (${debtor})`).join(', ')
    return { who: brreg, says: { nb: `kunngjør ${what}`, en: `publishes ${what}` } }
  }
  if (isHolding({ does, told }))
    return {
      who: harness,
      says: {
        nb: 'legger kundeforholdet med K1 i Kundeforholdsregisteret (KFR): banken blir ikke bedt om å melde i denne kjøringen',
        en: 'puts the relationship with K1 into the register of customers (KFR): the bank is not asked to report in this run',
      },
    }
  if (does !== 'wait') return { who: brreg, says: { nb: does, en: does } }
  const { met, seconds } = outcome as { met: boolean; seconds: number }
  return {
    who: harness,
    says: met
      ? { nb: `ventet ${seconds} s på banken`, en: `waited ${seconds} s for the bank` }
      : { nb: `ventet ${seconds} s forgjeves`, en: `waited ${seconds} s in vain` },
  }
}

function reportWords(operation: 'add' | 'end' | 'own', status: number): Said {
  if (operation === 'own')
    return {
      nb: 'sammenligner, og finner kundeforholdet med K1 i Kundeforholdsregisteret (KFR)',
      en: 'compares, and finds the relationship with K1 in the register of customers (KFR)',
    }
  const what =
    operation === 'add'
      ? { nb: 'melder kundeforholdet med K1', en: 'reports the relationship with K1' }
      : { nb: 'melder at kundeforholdet med K1 er slutt', en: 'reports that the relationship with K1 has ended' }
  return {
    nb: `${what.nb} til Kundeforholdsregisteret (KFR), og får ${status}`,
    en: `${what.en} to the register of customers (KFR), and gets ${status}`,
  }
}

function sightingWords({ brreg: seen, kfr, status }: Observation): Said {
  const operation = kfr?.operation
  if (operation === 'add' || operation === 'end' || operation === 'own') return reportWords(operation, status)
  const { asked, served } = seen ?? {}
  if (asked === 'detail')
    return status === 200
      ? { nb: 'henter varselet i sin helhet', en: 'fetches the notice in full' }
      : { nb: `spør om varselet, og får ${status}`, en: `asks for the notice, and gets ${status}` }
  if (asked === 'handshake')
    return { nb: 'knytter en forbindelse som ikke blir til noe', en: 'opens a connection that comes to nothing' }
  if (served === undefined) return { nb: `spør om nytt, og får ${status}`, en: `asks for news, and gets ${status}` }
  const { count } = served
  return {
    nb: `spør om nytt, og får ${count} ${count === 1 ? 'varsel' : 'varsler'}`,
    en: `asks for news, and gets ${count} notice${count === 1 ? '' : 's'}`,
  }
}

function questionSentence(asked: Asked, exchanges: readonly Exchange[]): Sentence {
  const refused = exchanges.find((one) => statusOf(one) !== 200)
  if (refused !== undefined)
    return {
      who: asked === 'state' ? owner : bostyrer,
      says: {
        nb: `spør om ${words[asked].nb}, og får ${statusOf(refused)}`,
        en: `asks for ${words[asked].en}, and gets ${statusOf(refused)}`,
      },
    }
  const bodies = exchanges.map(bodyOf)
  if (asked === 'details') return { who: bostyrer, says: balances(bodies) }
  if (asked === 'transactions') return { who: bostyrer, says: movements(bodies, exchanges[0]) }
  const statuses = bodies.flatMap((body) => accountsOf(body).map(({ status }) => String(status)))
  const counted = [...Map.groupBy(statuses, (status) => status)].map(([status, all]) => `${all.length} ${status}`)
  const told = counted.length === 0 ? null : counted.join(', ')
  return {
    who: asked === 'state' ? owner : bostyrer,
    says: {
      nb: `ser ${words[asked].nb}: ${told ?? 'ingen'}`,
      en: `sees ${words[asked].en}: ${told ?? 'none'}`,
    },
  }
}

const words = {
  accounts: { nb: 'kontoene', en: 'the accounts' },
  details: { nb: 'saldoene', en: 'the balances' },
  transactions: { nb: 'transaksjonene', en: 'the transactions' },
  state: { nb: 'sine kontoer', en: 'the own accounts' },
  other: { nb: 'noe annet', en: 'something else' },
} as const satisfies Record<Asked, Said>

function balances(bodies: readonly unknown[]): Said {
  const all = bodies.map((body) => (body as { account?: { balances?: unknown } } | undefined)?.account?.balances)
  const told = all.filter((one) => Array.isArray(one) && one.length > 0)
  const most = Math.max(0, ...told.map((one) => (one as readonly unknown[]).length))
  return {
    nb: `får detaljene om ${bodies.length} kontoer, ${told.length} av dem med saldo (inntil ${most} saldoer per konto)`,
    en: `gets the details of ${bodies.length} accounts, ${told.length} of them with balances (up to ${most} each)`,
  }
}

function movements(bodies: readonly unknown[], first: Exchange | undefined): Said {
  const count = bodies.reduce((sum: number, body) => sum + transactionsOf(body).length, 0)
  const { fromDate = '', toDate = '' } = first?.request.query ?? {}
  return {
    nb: `får ${count} transaksjoner på ${bodies.length} kontoer, fra ${fromDate} til ${toDate}`,
    en: `gets ${count} transactions on ${bodies.length} accounts, from ${fromDate} to ${toDate}`,
  }
}

const statusOf = ({ outcome }: Exchange) => (outcome.kind === 'answered' ? outcome.status : outcome.why)

const bodyOf = ({ outcome }: Exchange): unknown => (outcome.kind === 'answered' ? valueIn(outcome.content) : undefined)

function valueIn(content: Content): unknown {
  if (content.form === 'json') return content.value
  return content.form === 'jwe' && 'value' in content.opened ? content.opened.value : undefined
}
