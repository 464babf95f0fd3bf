import type { Link } from '../../contracts/kontrollinformasjon/wire.ts'
import { badRequest } from './refusal.ts'
import type { Period } from './rules.ts'
import type { SealedWords } from './sealed-words.ts'

/** A result in pieces. A cursor holds whose result it is, the period and the number of the page; the bank keeps nothing. */
export interface Place {
  /** An account number, or the party of a list. */
  readonly of: string
  readonly period: Period
  /** From 1. */
  readonly page: number
}

interface Pieces<T> {
  readonly items: readonly T[]
  readonly links: readonly Link[]
}

export const cursorName = 'fortsett'

export const cursorTo = (words: SealedWords, { of, period, page }: Place) =>
  words.seal(`side ${of} ${period.from} ${period.to} ${page}`)

/** Throws a refusal for a cursor that is not ours, or of another result (KI-PAG-017). */
export function placeAt(words: SealedWords, cursor: string, of: string): Place {
  const [, whose, from, to, page] = /^side (\S+) (\S+) (\S+) (\d+)$/.exec(words.open(cursor) ?? '') ?? []
  if (whose !== of || from === undefined || to === undefined) throw badRequest('Lenken til siden er ikke gyldig')
  return { of, period: { from, to }, page: Number(page) }
}

/** `hrefOf` takes the number of a page. */
export function pageOf<T>(all: readonly T[], page: number, size: number, hrefOf: (page: number) => string): Pieces<T> {
  const last = Math.max(1, Math.ceil(all.length / size))
  if (page > last) throw badRequest('Lenken til siden er ikke gyldig')
  const link = (rel: string, to: number): Link[] => (to >= 1 && to <= last ? [{ rel, href: hrefOf(to) }] : [])
  return {
    items: all.slice((page - 1) * size, page * size),
    links: [...link('last', last), ...link('prev', page - 1), ...link('self', page), ...link('next', page + 1)],
  }
}
