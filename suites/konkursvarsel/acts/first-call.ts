import { defineAct } from '../../kit/run/act.ts'
import { poll } from '../poll.ts'

/** A bank on its first day with Konkursvarsel: what it asks for before it has read anything. */
export const firstCall = defineAct({
  name: 'first-call',
  polls: 1,
  movesClock: false,
  play: async (stage) => {
    await stage.scene('installed')
    const installed = await stage.hook('install', {})
    return { installed, polled: await poll(stage, 'the first call after installation') }
  },
})
