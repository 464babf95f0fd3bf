import type { Answer } from '../model.ts'

/** `anew`: the file is made again and sent again. `again`: it is sent again as it is. */
export interface AfterBatch {
  readonly does: 'done' | 'anew' | 'again' | 'alarm'
  readonly afterMs?: number
  readonly renews?: true
}

const mostAttempts = 4

/** 201 says that it was accepted; what was refused is made again (KFRB-037, KFRB-043). */
export function afterBatch(answer: Answer, attempts: number): AfterBatch {
  if (!('silent' in answer) && answer.status >= 200 && answer.status < 300) return { does: 'done' }
  if (attempts >= mostAttempts) return { does: 'alarm' }
  if ('silent' in answer || answer.status >= 500) return { does: 'again' }
  if (answer.status === 401) return { does: 'again', renews: true, afterMs: 0 }
  return answer.status === 400 ? { does: 'anew' } : { does: 'alarm' }
}
