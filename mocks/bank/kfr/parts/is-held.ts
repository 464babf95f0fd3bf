import type { Loading, Settings, Task } from '../model.ts'

/** While a file is taken in no end is reported: the file would bring the customer back (KFRB-038). */
export const isHeld = ({ act }: Task, loading: Loading | null, settings: Settings, now: number): boolean =>
  act === 'end' && loading !== null && now < takenInBy(loading, settings)

/** Nobody tells when a file is taken in: a fifth longer than it should take. Milliseconds since 1970. */
export const takenInBy = ({ from, entries }: Loading, { ingestPerSecond }: Settings): number =>
  from + (entries / ingestPerSecond) * 1200
