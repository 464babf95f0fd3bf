import type { LoadWindow } from '../../../../contracts/report/load.ts'
import { inconclusive, type Judgement } from '../../judge/judgement.ts'

/**
 * Judges windows of a name where all are on record, and whole, that were planned: how many they are was fixed beforehand,
 * and who stops when it looks well passes too often.
 */
export function allPlanned(
  recorded: readonly LoadWindow[],
  name: string,
  judge: (windows: readonly LoadWindow[]) => Judgement,
): Judgement {
  const windows = recorded.filter((window) => window.name === name)
  const [first] = windows
  if (first === undefined)
    return inconclusive(
      'not-recorded',
      `no window "${name}" is on record: the run was ended before it, or was not asked for it`,
    )
  const { part, profile } = first
  if (windows.length === part.of && windows.every(({ whole }) => whole)) return judge(windows)
  const planned = part.of === 1 ? 'one window' : `${part.of} windows`
  return inconclusive(
    'not-recorded',
    `on record: ${windows.map(extent).join(' and ')}; ${profile} plans ${planned} "${name}", and a part is not judged as if it were the whole: let a run come to its end`,
  )
}

const extent = ({ id, whole, n, samples }: LoadWindow) => (whole ? id : `${id} (${samples.length} of ${n} requests)`)
