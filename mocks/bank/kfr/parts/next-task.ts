import type { Task } from '../model.ts'

/** The oldest that is due and may go. Of one customer the earlier report goes first, however long it takes (KFRB-029). */
export function nextTask(tasks: readonly Task[], now: number, isHeld: (task: Task) => boolean): Task | undefined {
  const begun = new Set<string>()
  return tasks.find((task) => {
    if (begun.has(task.customer)) return false
    begun.add(task.customer)
    return task.notBefore <= now && !isHeld(task)
  })
}
