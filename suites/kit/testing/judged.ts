import { requirement } from '../../../contracts/register.ts'
import type { Content, Exchange } from '../../../contracts/report/evidence.ts'
import type { Verdict } from '../../../contracts/report/verdict.ts'
import { Answer } from '../ask/answer.ts'
import type { Doors } from '../ask/doors.ts'
import { epochOf } from '../ask/epochs.ts'
import { type Changes, change, type Request } from '../ask/request.ts'
import type { Check } from '../run/check.ts'
import { condensed } from '../run/condense.ts'
import { rule } from '../run/verdict.ts'
import type { Target } from '../target.ts'

/** A participant made by hand: what it answers to a question, without sockets. */
export type Answering = (
  request: Request,
  asking: { readonly epoch: string; readonly repeat: number },
) => { readonly status: number; readonly content?: Content; readonly contentType?: string }

/** The verdict of a check on such a participant. */
export async function verdictOf(check: Check, answering: Answering, target: Partial<Target>): Promise<Verdict> {
  const row = requirement(check.verifies)
  if (row === undefined) throw new Error(`there is no row ${check.verifies}`)
  const recorded: Exchange[] = []
  const judge = await check.begin(doorsOf(answering, target as Target, recorded, 'calm'))
  const { judgement, omitted } = condensed(judge(recorded))
  return rule(row, judgement, false, omitted).verdict
}

function doorsOf(answering: Answering, target: Target, recorded: Exchange[], epoch: string): Doors {
  const ask = async (asked: Request, { repeat = 0, ...changes }: Changes & { readonly repeat?: number } = {}) => {
    const { invents: _, ...request } = change(asked, changes)
    const {
      status,
      content = { form: 'empty' },
      contentType,
    } = answering({ ...request, invents: {} }, { epoch, repeat })
    const exchange: Exchange = {
      id: `x${recorded.length + 1}`,
      epoch,
      repeat,
      invented: {},
      request,
      outcome: {
        kind: 'answered',
        status,
        headers: contentType === undefined ? {} : { 'content-type': contentType },
        body: { text: '', bytes: 0 },
        content,
      },
      startedAt: '2026-11-21T12:00:00.000Z',
      durationMs: 1,
    }
    recorded.push(exchange)
    return new Answer(exchange)
  }
  return {
    target,
    runId: 'r1',
    ask,
    observe: async () => [],
    play: async () => {
      throw new Error('no act is played on a participant made by hand')
    },
    during: (stimulus) => doorsOf(answering, target, recorded, epochOf(stimulus).name),
  }
}
