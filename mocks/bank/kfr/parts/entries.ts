import { addDays } from '../../world/days.ts'
import type { Entry, Reporter } from '../model.ts'
import type { relationsOf } from './relations-of.ts'

/** Everybody who is a customer now, once, from the day on which the oldest relation began (KFRB-040 to KFRB-042). */
export function entries({ world, settings }: Reporter, relations: typeof relationsOf): readonly Entry[] {
  const known = world.parties.flatMap(({ id }): readonly Entry[] => {
    const days = relations(world, id).map(({ since }) => since)
    const [first] = days.sort()
    return first === undefined ? [] : [{ customer: id, since: first }]
  })
  return [...known, ...settings.others.map((customer) => ({ customer, since: addDays(world.day, -400) }))]
}
