import type { Answer, Next, Task } from '../model.ts'

/** 200, 201 and 204 end it, and so does a 404 on an end; who is refused does not repeat it (KFRB-023 to KFRB-028). */
export function afterAnswer({ act, attempts }: Task, answer: Answer): Next {
  if ('silent' in answer) return { does: 'again' }
  const { status } = answer
  if (status >= 200 && status < 300) return { does: 'done' }
  if (status === 404 && act === 'end') return { does: 'alarm' }
  if (status === 401)
    return attempts > 1 ? { does: 'alarm', renews: true } : { does: 'again', renews: true, afterMs: 0 }
  if (status === 429 || status >= 500) return { does: 'again' }
  return { does: 'alarm' }
}
