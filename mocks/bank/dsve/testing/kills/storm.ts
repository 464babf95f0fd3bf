import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Inquiry, Sent } from '../../../../../contracts/dsve/correspondence.ts'
import type { Alone } from '../../../../alone.ts'
import type { Clock } from '../../../../clock.ts'
import { questions } from '../../../../megler/fixtures.ts'
import { type Megler, startMegler } from '../../../../megler/megler.ts'
import type { AroundDsve } from '../../../../own-rooms.ts'
import type { Death } from '../../../../testing/dying.ts'
import { bank, type House } from '../scene.ts'
import type { BrokerTransfer } from './broker-child.ts'
import { openProcesses } from './processes.ts'
import type { Window } from './windows.ts'

/** A bank and a broker, each in a process of its own that is killed and started again on its folder and port; the megler lives. */
export interface Storm {
  readonly megler: Megler
  /** Armed; resolves once the victim is killed there and started again, or with false when it is disarmed before. */
  killAt(window: Window): Promise<Armed>
  /** At once, and started again. */
  kill(victims: readonly Window['victim'][]): Promise<void>
  /** While the broker stores the next file that the bank sends, the bank is killed, started again and looks. */
  killWhileStoring(): Promise<Armed>
  ask(inquiry: Inquiry): Promise<Sent>
  /** Bank and megler look; one that is gone does not. */
  look(): Promise<void>
  isAnswered(sent: Sent): boolean
  transfers(): Promise<readonly BrokerTransfer[]>
  close(): Promise<void>
}

export interface Armed {
  /** Nobody is killed any more. True when somebody was. */
  disarm(): Promise<boolean>
}

export interface StormOptions {
  readonly house: House
  /** Its Maskinporten, AKELDO and clients are used; its own broker and megler are not. */
  readonly parties: AroundDsve
  readonly hearsEvents: boolean
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export async function openStorm({ house, parties, hearsEvents }: StormOptions): Promise<Storm> {
  const { maskinporten, akeldo, clients } = parties
  const folder = await mkdtemp(join(tmpdir(), 'samsvar-kills-'))
  const identity = await house.authority.server(['127.0.0.1'])
  const trust = [house.authority.rootPem]
  const processes = await openProcesses({ parties, identity, trust, folder, hearsEvents })
  const { broker, again, addresses } = processes

  /** A megler who waits a while waits at least until the broker is there again. */
  const patient: Clock = {
    now: Date.now,
    at(_time, run) {
      let isCancelled = false
      pause(100).then(async () => {
        await broker()
        if (!isCancelled) run()
      })
      return () => {
        isCancelled = true
      }
    },
  }
  const megler = await startMegler({
    ...{
      identity,
      trust,
      client: clients.megler,
      maskinporten: { issuer: maskinporten.issuer, tokenUrl: `${maskinporten.url}/token` },
      broker: addresses,
      akeldo,
      questions,
    },
    bank: { id: bank.organisationNumber, foretaksnavn: bank.name },
    lookMs: null,
    clock: patient,
  })

  type Mortal = Pick<Alone<{ readonly dies: Death | null }, unknown>, 'ask' | 'gone'>
  const lookOfBank = async () => {
    await (await processes.bank()).ask('look').catch(() => null)
  }

  return {
    megler,
    async killAt({ victim, death }) {
      const one: Mortal = await (victim === 'broker' ? broker() : processes.bank())
      await one.ask({ dies: death })
      const after = one.gone.then(() => again(victim))
      return {
        async disarm() {
          const isDead = await one.ask({ dies: null }).then(
            () => false,
            () => true,
          )
          if (isDead) await after
          return isDead
        },
      }
    },
    async kill(victims) {
      const all = { bank: await processes.bank(), broker: await broker() }
      await Promise.all(victims.map((victim) => all[victim].kill()))
      for (const victim of victims.toSorted().toReversed()) await again(victim)
    },
    async killWhileStoring() {
      const one = await broker()
      await one.ask('hold')
      let isKilled = false
      const after = one.watch().then(async (told) => {
        if (told !== 'holding') return
        await (await processes.bank()).kill()
        isKilled = true
        await again('bank')
        // It may be waiting for what is being stored.
        await Promise.race([lookOfBank(), pause(1500)])
        await one.ask('goOn')
      })
      return {
        async disarm() {
          if (!isKilled) await one.ask('goOn').catch(() => null)
          await after
          return isKilled
        },
      }
    },
    ask: megler.ask,
    async look() {
      await lookOfBank()
      await pause(30)
      await megler.look().catch(() => {})
      await megler.idle()
    },
    isAnswered: ({ number }) =>
      megler.letters(0).letters.some((letter) => letter.number === number && letter.reply !== undefined),
    transfers: async () => (await (await broker()).ask('transfers')) as readonly BrokerTransfer[],
    close: async () => {
      await megler.close()
      await Promise.all([(await processes.bank()).kill(), (await broker()).kill()])
      await rm(folder, { recursive: true })
    },
  }
}
