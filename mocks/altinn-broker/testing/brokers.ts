import { afterAll, afterEach, beforeAll } from 'vitest'
import type { BrokerOptions } from '../broker.ts'
import { type Desk, openDesk, openWorld, type World } from './desk.ts'
import { openWebhook, type Webhook } from './webhook.ts'

/** One world for the tests of a file, and brokers that are closed after each of them. */
export interface Brokers {
  world(): World
  desk(options?: Partial<BrokerOptions>): Promise<Desk>
  webhook(): Promise<Webhook>
  /** Time passes, and what is due by then is carried. */
  later(desk: Pick<Desk, 'broker'>, ms: number): Promise<void>
}

export function brokersOfTests(): Brokers {
  let world: World | undefined
  const open: { close(): Promise<void> }[] = []
  const theWorld = () => {
    if (world === undefined) throw new Error('there is a world from beforeAll on')
    return world
  }
  beforeAll(async () => {
    world = await openWorld()
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()))
  })
  afterAll(() => world?.close())
  return {
    world: theWorld,
    async desk(options = {}) {
      const desk = await openDesk(theWorld(), options)
      open.push(desk.broker)
      return desk
    },
    async webhook() {
      const webhook = await openWebhook(theWorld())
      open.push(webhook)
      return webhook
    },
    async later({ broker }, ms) {
      theWorld().clock.advance(ms)
      await broker.idle()
    },
  }
}
