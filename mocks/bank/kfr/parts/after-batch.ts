import type { Answer, Next } from '../model.ts'

const mostAttempts = 4

/** 201 says that it was accepted; a file that goes again is made again (KFRB-037, KFRB-043). */
export function afterBatch(answer: Answer, attempts: number): Next {
  if (!('silent' in answer) && answer.status >= 200 && answer.status < 300) return { does: 'done' }
  if (attempts >= mostAttempts) return { does: 'alarm' }
  if ('silent' in answer || answer.status >= 500 || answer.status === 400) return { does: 'again' }
  return answer.status === 401 ? { does: 'again', renews: true, afterMs: 0 } : { does: 'alarm' }
}
