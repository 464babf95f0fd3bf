import { defineAct } from '../../kit/run/act.ts'
import { openLedger } from '../ledger.ts'
import { playScene } from '../scene.ts'

/** The links of a list lead to another host. */
export const foreignLinks = defineAct({
  name: 'foreign-links',
  polls: 1,
  movesClock: false,
  play: async (stage) => {
    const ledger = openLedger(stage, 'foreign-links')
    const scene = await playScene(stage, ledger, {
      name: 'elsewhere',
      makes: [{ party: 'brreg', does: 'links', href: 'foreign-host' }],
      publishes: [{ debtor: 'K62' }],
    })
    return { target: stage.target, scene, seen: await stage.seen() }
  },
})
