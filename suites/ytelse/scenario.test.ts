import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../../contracts/calendar.ts'
import type { Debtor } from '../../contracts/kontrollinformasjon/fixtures.ts'
import type { Request } from '../kit/ask/request.ts'
import type { Stage } from '../kit/ask/stage.ts'
import { answerWith, json } from '../kit/testing/exchange.ts'
import { prepare, scenarioOf } from './scenario.ts'

const P1: Debtor = { id: '314703103', kjennelsesdato: '2026-10-01' as IsoDate }

/** A bank with two accounts, of which nobody sees more than that they are there. */
function stageWith(log: string[]): Stage {
  const list = { accounts: ['1', '2'].map((accountReference) => ({ accountReference, status: 'enabled' })) }
  const target = { day: '2026-11-20' as IsoDate, capabilities: {}, fixtures: { P1 }, baseUrl: 'https://127.0.0.1/v2' }
  const ask = async (request: Request) => {
    log.push('ask')
    return answerWith({ content: json(request.path === '/accounts' ? list : {}) })
  }
  return { target, ask } as unknown as Stage
}

describe('questions that are asked anew', () => {
  it('leave one by one, since a window may be going on beside them', async () => {
    const log: string[] = []
    const stage = stageWith(log)
    const scenario = scenarioOf(stage, 'usual', await prepare(stage, 'usual'))
    expect(log).toEqual(Array(5).fill('ask'))
    log.length = 0
    await scenario.renew?.(async () => void log.push('pause'))
    expect(log).toEqual(Array(5).fill(['pause', 'ask']).flat())
  })
})
