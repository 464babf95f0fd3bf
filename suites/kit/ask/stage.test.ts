import { afterEach, describe, expect, it } from 'vitest'
import { ControlError } from '../../../contracts/control/control-error.ts'
import type { Control, SeenRequest } from '../../../contracts/control/protocol.ts'
import type { Waited } from '../../../contracts/report/evidence.ts'
import { type Act, defineAct } from '../run/act.ts'
import { type FakeTarget, fakeTarget, plainRequest } from '../testing/fake-target.ts'
import { openDoors } from './doors.ts'
import type { Stage } from './stage.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

const listCall: SeenRequest = {
  party: 'brreg',
  at: '2026-11-20T08:00:00.000Z',
  method: 'GET',
  path: '/konkursvarsler',
  status: 200,
}

/** A participant whose hooks say what they were called with, and Brreg, which has seen what is put into `seen`. */
async function opened(interrupt = new AbortController().signal, changes: Partial<Control> = {}) {
  const seen: SeenRequest[] = []
  const waits: string[] = []
  const target: FakeTarget = await fakeTarget((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () =>
      response.end(JSON.stringify({ path: request.url, body, by: request.headers.authorization ?? null })),
    )
  })
  const control = {
    ...target.control,
    observed: async ({ after }: { readonly after: number }) => ({ cursor: seen.length, seen: seen.slice(after) }),
    publish: async () => ({ published: 1 }),
    ...changes,
  }
  const hooks = { baseUrl: `${target.baseUrl}/hooks`, offers: ['poll'], token: 'token-of-the-hooks' } as const
  const watch = {
    interrupt,
    waiting: (what: string) => void waits.push(what),
    instructing: (what: string) => void waits.push(`people: ${what}`),
  }
  const outside = openDoors({ ...target, control, hooks }, 'r1', watch)
  open.push(target, outside)
  return { ...outside, seen, waits, told: target.told }
}

const acting = <Seen>(play: (stage: Stage) => Promise<Seen>, name = 'an-act'): Act<Seen> =>
  defineAct({ name, polls: 1, movesClock: false, play })

describe('an act', () => {
  it('is played once, whoever asks for it, from calm to calm', async () => {
    const { doors, told } = await opened()
    let played = 0
    const act = acting(async (stage) => {
      await stage.tell('stimulate', { stimulus: { party: 'brreg', does: 'outage' } })
      return ++played
    })
    expect(await Promise.all([doors.play(act), doors.play(act)])).toEqual([1, 1])
    expect(told).toEqual(['calm', 'brreg outage', 'calm'])
  })

  it('ends in calm also when it breaks, and others are asked afterwards', async () => {
    const { doors, told } = await opened()
    const broken = acting(() => Promise.reject(new Error('broken')))
    await expect(doors.play(broken)).rejects.toThrow('broken')
    expect((await doors.ask(plainRequest)).exchange.epoch).toBe('calm')
    expect(told.at(-1)).toBe('calm')
  })

  it('names everything after itself and its scenes, and asks a question once in each', async () => {
    const { doors, recorder, seen } = await opened()
    const answers = await doors.play(
      acting(async (stage) => {
        const before = [await stage.ask(plainRequest), await stage.ask(plainRequest)]
        seen.push(listCall)
        await stage.scene('afterwards')
        seen.push(listCall)
        return [...before, await stage.ask(plainRequest), await stage.ask(plainRequest, { repeat: 1 })]
      }),
    )
    expect(answers.map(({ exchange }) => [exchange.id, exchange.epoch])).toEqual([
      ['x1', 'an-act'],
      ['x1', 'an-act'],
      ['x2', 'an-act/afterwards'],
      ['x3', 'an-act/afterwards'],
    ])
    expect(recorder.observations.map(({ id, epoch }) => [id, epoch])).toEqual([
      ['o1', 'an-act'],
      ['o2', 'an-act/afterwards'],
    ])
  })

  it('records what it does, and what it finds stands on the record', async () => {
    const { doors, recorder } = await opened()
    const publication = { notices: [] }
    const done = await doors.play(acting((stage) => stage.tell('publish', { publication })))
    expect(recorder.deeds).toMatchObject([
      { id: 'd1', epoch: 'an-act', does: 'publish', told: { publication }, outcome: { published: 1 } },
    ])
    expect(done.finds(false, { what: 'should publish two', expected: 2, at: '/outcome/published' })).toEqual([
      {
        what: 'should publish two',
        weight: 'breach',
        expected: 2,
        actual: 1,
        at: '/outcome/published',
        exchange: 'd1',
      },
    ])
  })
})

describe('what need not be possible', () => {
  it('is recorded with why it was not, and the act goes on', async () => {
    const { doors, recorder } = await opened()
    const lookUp = { customer: 'K1' } as const
    const done = await doors.play(acting((stage) => stage.attempt('lookUp', { lookUp })))
    expect(done.record).toMatchObject({
      does: 'lookUp',
      told: { lookUp },
      outcome: { failed: expect.stringContaining('kfr is external') },
    })
    expect(recorder.deeds).toHaveLength(1)
  })

  it('is no excuse for parties that are gone', async () => {
    const gone = async () => {
      throw new ControlError('unreachable', 'nobody is there')
    }
    const { doors } = await opened(undefined, { stimulate: gone })
    const stimulus = { party: 'kfr', does: 'outage' } as const
    await expect(doors.play(acting((stage) => stage.attempt('stimulate', { stimulus })))).rejects.toThrow('nobody')
  })
})

describe('a wait', () => {
  it('ends as soon as enough was seen, and tells nobody when it was seen already', async () => {
    const { doors, seen, waits } = await opened()
    const [first, second] = await doors.play(
      acting(async (stage) => {
        seen.push(listCall)
        const one = await stage.until('a list call', (all) => all.length >= 1, 60_000)
        setImmediate(() => seen.push(listCall))
        return [one, await stage.until('another list call', (all) => all.length >= 2, 60_000)]
      }),
    )
    expect([first?.record.outcome, second?.record.outcome]).toMatchObject([{ met: true }, { met: true }])
    expect(waits).toEqual(['another list call'])
  })

  it('ends with its deadline, and says that nothing came', async () => {
    const { doors } = await opened()
    const done = await doors.play(acting((stage) => stage.until('a list call', (all) => all.length > 0, 1)))
    const { met, until } = done.record.outcome as Waited
    expect([met, Number.isNaN(Date.parse(until))]).toEqual([false, false])
  })

  it('is an instruction where people have to do something first, and says so', async () => {
    const { doors, seen, waits } = await opened()
    const done = await doors.play(
      acting(async (stage) => {
        setImmediate(() => seen.push(listCall))
        return stage.instruct('open an account for F2', (all) => all.length > 0, 60_000)
      }),
    )
    expect(done.record).toMatchObject({ does: 'instruct', told: 'open an account for F2', outcome: { met: true } })
    expect(waits).toEqual(['people: open an account for F2'])
  })

  it('ends when the run is interrupted', async () => {
    const interrupt = new AbortController()
    const { doors, waits } = await opened(interrupt.signal)
    const played = doors.play(acting((stage) => stage.until('a list call', () => waits.length > 1, 60_000)))
    const ended = expect(played).rejects.toThrow()
    await expect.poll(() => waits.length).toBe(1)
    interrupt.abort()
    await ended
  })
})

describe('a hook', () => {
  it('is called below its address with its token, each time anew, and the token is not recorded', async () => {
    const { doors, recorder } = await opened()
    const [one, other] = await doors.play(
      acting(async (stage) => {
        expect([stage.offers('poll'), stage.offers('state')]).toEqual([true, false])
        return [await stage.hook('poll', {}), await stage.hook('poll', {})]
      }),
    )
    expect(one?.body).toMatchObject({ path: '/v2/hooks/poll', body: '{}', by: expect.stringContaining('Bearer') })
    expect([one?.exchange.id, other?.exchange.id]).toEqual(['x1', 'x2'])
    expect(JSON.stringify(recorder)).not.toContain('token-of-the-hooks')
  })
})
