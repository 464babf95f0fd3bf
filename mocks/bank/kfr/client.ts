import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createWatch } from '../told.ts'
import type { World } from '../world/model.ts'
import { createCalls } from './calls.ts'
import { loadAll } from './load.ts'
import type { CustomerRelation, Loading, Reporter, Settings, Task, Told } from './model.ts'
import { takenInBy } from './parts/is-held.ts'
import type { Parts } from './parts.ts'
import { type Credentials, createTokens } from './tokens.ts'

/** The bank as the one who reports its customers, one by one and in files. */
export interface KfrReporter {
  /** Something about these may have changed: what has to be reported is reported by and by. */
  changed(...customers: readonly string[]): void
  /** The first load: resolves when every file was answered, or is known to have failed. */
  load(): Promise<void>
  /** Compares these with the register, and reports what differs. */
  reconcile(customers: readonly string[]): Promise<void>
  /** As on the first day: nothing was ever reported, and nothing waits to be. */
  reset(): void
  /** Whether nothing waits to be reported. */
  isIdle(): boolean
  /** What whoever watches over the bank was told; the latest hundred. */
  told(): readonly Told[]
  close(): Promise<void>
}

interface ClientOptions {
  readonly world: World
  readonly settings: Settings
  readonly credentials: Credentials
  readonly parts: Parts
}

export function createReporter({ world, settings, credentials, parts }: ClientOptions): KfrReporter {
  const outgoing = parts.connect(credentials.trust)
  const { tell, told } = createWatch<Told['what']>(Date.now)
  const reporter: Reporter = {
    world,
    settings,
    outgoing,
    now: Date.now,
    tell,
  }
  const tokens = createTokens({ settings, credentials, parts, outgoing, now: Date.now })
  const calls = createCalls({ outgoing, tokens, settings, parts })
  const life = new AbortController()
  let known = relationsNow()
  let tasks: Task[] = []
  let answered: readonly number[] = []
  let loading: Loading | null = null
  let wake = Promise.withResolvers<void>()

  function relationsNow(): Map<string, readonly CustomerRelation[]> {
    return new Map(world.parties.map(({ id }) => [id, parts.relationsOf(world, id)]))
  }

  const enqueue = (task: Pick<Task, 'act' | 'customer' | 'because'>) => {
    tasks.push({ ...task, correlationId: randomUUID(), attempts: 0, notBefore: Date.now() })
    wake.resolve()
  }

  async function work(): Promise<void> {
    while (!life.signal.aborted) {
      const isHeld = (task: Task) => parts.isHeld(task, loading, settings, Date.now())
      const task = parts.nextTask(tasks, Date.now(), isHeld)
      if (task === undefined) await untilDue()
      else await perform(task)
    }
  }

  /** Until something new comes, or something that waits is due. */
  async function untilDue(): Promise<void> {
    wake = Promise.withResolvers()
    const held = loading === null ? [] : [takenInBy(loading, settings)]
    const due = [...tasks.map(({ notBefore }) => notBefore), ...held].filter((at) => at > Date.now())
    const given = new AbortController()
    const signal = AbortSignal.any([life.signal, given.signal])
    const soonest = due.length === 0 ? [] : [wait(Math.min(...due) - Date.now() + 1, undefined, { signal })]
    await Promise.race([wake.promise, ...soonest]).catch(() => undefined)
    given.abort()
  }

  /** One call at a time, and no more of them than the register can take. */
  async function paced<T>(call: () => Promise<T>): Promise<T> {
    await wait(parts.pace(answered, Date.now()), undefined, { signal: life.signal })
    const answer = await call()
    answered = [...answered, Date.now()].slice(-20)
    return answer
  }

  async function perform(task: Task): Promise<void> {
    task.attempts += 1
    const method = task.act === 'add' ? 'POST' : 'DELETE'
    const answer = await paced(() =>
      calls.send({ method, url: parts.address(settings, task), headers: parts.headers(task) }),
    )
    const next = parts.afterAnswer(task, answer)
    if (next.renews === true) tokens.forget()
    if (next.does === 'again') {
      task.notBefore = Date.now() + (next.afterMs ?? parts.pauseAfter(settings, task.attempts))
      return
    }
    tasks = tasks.filter((one) => one !== task)
    if (next.does === 'alarm')
      reporter.tell('alarm', `${task.act}: ${'silent' in answer ? 'no answer' : `${answer.status} ${answer.code}`}`)
    await parts.besides(reporter, task, (asked, url, headers) => calls.send({ method: asked, url, headers }))
  }

  const running = work().catch(() => undefined)

  return {
    changed: (...customers) => {
      for (const customer of customers) {
        const because = { before: known.get(customer) ?? [], after: parts.relationsOf(world, customer) }
        known.set(customer, because.after)
        const act = parts.decide(because)
        if (act !== null) enqueue({ act, customer, because })
      }
    },
    load: () =>
      loadAll(reporter, parts, calls, {
        forget: tokens.forget,
        begins: (entries) => {
          loading = { from: Date.now(), entries: entries + (loading?.entries ?? 0) }
          wake.resolve()
        },
        signal: life.signal,
      }),
    reconcile: async (customers) => {
      for (const customer of customers) {
        const url = parts.ownAddress(settings, world.day)
        const asked = parts.headers({ customer, correlationId: randomUUID() } as Task)
        const answer = await paced(() => calls.send({ method: 'GET', url, headers: asked }))
        if ('silent' in answer || answer.status !== 200) continue
        const after = parts.relationsOf(world, customer)
        const act = parts.accountFor(after.length > 0, parts.readOwn(answer.body))
        if (act === null) continue
        reporter.tell('difference', `the register says otherwise: ${act}`)
        enqueue({ act, customer, because: { before: [], after } })
      }
    },
    reset: () => {
      known = relationsNow()
      tasks = []
      loading = null
    },
    isIdle: () => tasks.length === 0,
    told,
    close: async () => {
      life.abort(new Error('the bank was stopped'))
      wake.resolve()
      await outgoing.close()
      await running
    },
  }
}
