import type { Control, Stimulus } from '../../../contracts/control/protocol.ts'
import type { Observation } from '../../../contracts/report/evidence.ts'
import { type Correspondence, isToldOtherwise } from './correspondence.ts'
import type { Recorder } from './recorder.ts'

/** The time between two stimuli. A stimulus touches everybody, so it is in force alone. */
export interface Epoch {
  /** Named by its stimulus, never numbered: selecting fewer checks renames none. */
  readonly name: string
  readonly stimulus: Stimulus | null
}

export const calm: Epoch = { name: 'calm', stimulus: null }
export const epochOf = (stimulus: Stimulus): Epoch => ({ name: `${stimulus.party}-${stimulus.does}`, stimulus })

export interface Epochs {
  /** Leaves what the parties saw before the run to whom it belongs, and what they were told. */
  begin(): Promise<void>
  /** Puts the parties into the state of the epoch; free of cost when they are in it. */
  enter(epoch: Epoch): Promise<void>
  /** Notes what was seen until now under the present name, and goes on under another; the parties are not touched. */
  goOnAs(name: string): Promise<void>
  /** Notes what reached the parties since it was last asked. */
  collect(): Promise<void>
  /** What reached the parties in that epoch so far. */
  observed(epoch: Epoch): Promise<readonly Observation[]>
  /** Back to calm, whatever was in force. */
  leave(): Promise<void>
}

/** @param correspondence null where neither megler nor broker stands */
export function createEpochs(
  control: Control,
  recorder: Recorder,
  correspondence: Correspondence | null = null,
): Epochs {
  let current = calm
  let cursor = 0

  const collect = async () => {
    const { cursor: next, seen } = await control.observed({ after: cursor })
    cursor = next
    if (correspondence === null) {
      recorder.observe(current.name, seen)
      return
    }
    const learned = await correspondence.collect()
    recorder.observe(current.name, [...seen.filter((one) => !isToldOtherwise(one)), ...learned])
  }

  const enter = async (epoch: Epoch) => {
    if (epoch.name === current.name) return
    await collect()
    await control.calm({})
    current = calm
    if (epoch.stimulus !== null) {
      // A participant that lets us clears its caches, so that the stimulus is felt at all; the others are asked while cold.
      await control.forget({})
      await control.stimulate({ stimulus: epoch.stimulus })
    }
    // Last of all: an epoch that could not begin must not lend its name to calm answers.
    current = epoch
  }

  return {
    begin: async () => {
      cursor = (await control.observed({ after: 0 })).cursor
      await correspondence?.begin()
      await control.calm({})
    },
    enter,
    goOnAs: async (name) => {
      await collect()
      current = { name, stimulus: null }
    },
    collect,
    observed: async (epoch) => {
      await collect()
      return recorder.observations.filter((one) => one.epoch === epoch.name)
    },
    leave: () => enter(calm),
  }
}
