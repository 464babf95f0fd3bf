import type { LoadFigures, LoadSample } from '../../../../contracts/report/load.ts'
import { risk } from '../../../../contracts/ytelse/service-level.ts'

/** What a reader has to know of those that were slow beside how many they were. */

export const percent = (share: number) => `${Math.round(share * 100_000) / 1000} %`

/** Not even once in all runs is what nobody can say. */
export const chanceOf = (share: number) => (share < 1e-5 ? 'less than 0.001 %' : percent(share))

export const toldOfSlow = (figures: readonly LoadFigures[], slow: readonly LoadSample[]): string =>
  slow.length === 0 ? 'None was slow' : `${clustering(figures)}. They were ${byKind(slow)}`

/** The limits suppose that slow requests come one by one; whoever reads a verdict has to know when they do not. */
function clustering(figures: readonly LoadFigures[]): string {
  const slow = figures.reduce((sum, one) => sum + one.slow, 0)
  const episodes = figures.reduce((sum, one) => sum + one.episodes, 0)
  const dispersion = Math.max(...figures.map((one) => one.dispersion ?? 0))
  const said = `They came in ${episodes} ${episodes === 1 ? 'episode' : 'episodes'}, with an index of dispersion of ${dispersion}`
  // Where nearly all are slow, one stands beside the other without any burst, and the index is small.
  const isInBursts = slow >= 3 && (dispersion >= 2 || (dispersion > 1 && episodes * 2 <= slow))
  const next = figures.length === 1 ? 'several windows at different times tell more' : 'look at each window by itself'
  return isInBursts
    ? `${said}: in bursts, and then both limits are wrong in more than ${percent(risk)} of runs, since they suppose that each comes by itself; ${next}`
    : said
}

/** What was slow together may be one operation alone. */
function byKind(slow: readonly LoadSample[]): string {
  const counts = [...Map.groupBy(slow, ({ kind }) => kind)].map(([kind, all]) => `${all.length} of ${kind}`)
  return counts.toSorted().join(', ')
}
