import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { headerNames, paths } from '../../../contracts/kfr/operations.ts'
import type { Calls } from './calls.ts'
import type { Entry, Reporter } from './model.ts'
import type { Parts } from './parts.ts'

/** The first load: files of everybody who is a customer, sent one after the other. */

interface Around {
  /** Forgets the token that is kept. */
  forget(): void
  /** So many relationships were accepted, and are on their way into the register. */
  begins(entries: number): void
  readonly signal: AbortSignal
}

export async function loadAll(reporter: Reporter, parts: Parts, calls: Calls, around: Around): Promise<void> {
  const files = parts.split(parts.entries(reporter, parts.relationsOf))
  for (const file of files) await sendFile(reporter, parts, calls, { ...around, file })
}

async function sendFile(
  reporter: Reporter,
  parts: Parts,
  calls: Calls,
  { file, forget, begins, signal }: Around & { readonly file: readonly Entry[] },
): Promise<void> {
  const { settings, tell } = reporter
  for (let attempts = 1; ; attempts++) {
    signal.throwIfAborted()
    const { contentType, body } = parts.form(parts.list(file.map(parts.element)), newBoundary())
    const answer = await calls.send({
      method: 'POST',
      url: settings.baseUrl + paths.batch(settings.institution),
      headers: { 'Content-Type': contentType, [headerNames.correlation]: randomUUID() },
      body,
    })
    const next = parts.afterBatch(answer, attempts)
    if (next.renews === true) forget()
    if (next.does === 'done') return begins(file.length)
    if (next.does === 'alarm')
      return tell('alarm', `a file was not accepted: ${'silent' in answer ? 'no answer' : answer.status}`)
    await wait(next.afterMs ?? parts.pauseAfter(settings, attempts), undefined, { signal })
  }
}

/** Digits, as in the published example. */
const newBoundary = () => Array.from({ length: 24 }, () => Math.floor(Math.random() * 10)).join('')
