import type { Stage } from '../kit/ask/stage.ts'
import type { Target } from '../kit/target.ts'

const begun = new WeakSet<Target>()

/** Before the first act of a run, whichever it is: customers are what their recipes say, where the bank can see to that. */
export async function begin(stage: Stage, scene: string): Promise<void> {
  await stage.scene(scene)
  if (begun.has(stage.target)) return
  begun.add(stage.target)
  if (stage.offers('install')) await stage.hook('install', {})
}
