import type { Act, Because } from '../model.ts'

/** One entry speaks of every relation: only the first and the last are reported (KFRB-019 to KFRB-022). */
export function decide({ before, after }: Because): Act | null {
  if (before.length === 0 && after.length > 0) return 'add'
  return before.length > 0 && after.length === 0 ? 'end' : null
}
