import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { KfrOptions } from '../kfr.ts'
import { type Desk, openDesk, openWorld, type World } from './desk.ts'

/** A register of its own for each test of a file, handed over before it, in one world for all of them. */
export function desksOfTests(take: (desk: Desk, world: World) => void, options: Partial<KfrOptions> = {}): void {
  let world: World
  let desk: Desk
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    desk = await openDesk(world, options)
    take(desk, world)
  })
  afterEach(() => desk.close())
}
