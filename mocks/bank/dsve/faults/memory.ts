import type { Client, Settings } from '../model.ts'

/** What a fault remembers of one bank, over its restarts. */
export function memoryOf<Kept>(make: () => Kept): (of: Pick<Client, 'settings'>) => Kept {
  const kept = new WeakMap<Settings, Kept>()
  return ({ settings }) => {
    const known = kept.get(settings) ?? make()
    kept.set(settings, known)
    return known
  }
}
