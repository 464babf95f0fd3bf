import type { IsoDate } from '../../../contracts/calendar.ts'
import type { Account, World } from './model.ts'

/** Null when no notice was received. */
export const kjennelsesdatoOf = (world: World, id: string): IsoDate | null =>
  world.notices.find(({ debtor }) => debtor === id)?.kjennelsesdato ?? null

export const ownedBy = (world: World, id: string): readonly Account[] =>
  world.accounts.filter(({ owner }) => owner === id)
