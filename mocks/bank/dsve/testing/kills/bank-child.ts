import type { Address } from '../../../../http/listen.ts'
import { type Death, die, watchLines } from '../../../../testing/dying.ts'
import type { Letter } from '../../letter.ts'
import { parts } from '../../parts.ts'
import { type DsveBankOptions, startDsve } from '../../start.ts'
import { inAHurry } from '../scene.ts'

/** The bank in a process of its own, that can be told where to die. */

export interface StartBank
  extends Pick<DsveBankOptions, 'bank' | 'client' | 'maskinporten' | 'broker' | 'akeldo' | 'trust'> {
  readonly folder: string
  readonly webhook: Address | null
}

export type AskBank = { readonly dies: Death | null } | 'look'
export type BankTold = 'done'

/** The note that is made last. */
const momentOf = (note: Partial<Letter>): string | null =>
  (['done', 'transfers', 'reply', 'confirmed', 'payload', 'overview'] as const).find((name) => name in note) ?? null

process.once('message', async ({ webhook, ...given }: StartBank) => {
  let due: Death | null = null
  const dies = watchLines(momentOf)
  const upload: typeof parts.upload = async (...all) => {
    await parts.upload(...all)
    if (due?.moment === 'uploaded') die()
  }
  const bank = await startDsve({
    ...given,
    patience: { times: 3, waitMs: 1 },
    clock: inAHurry,
    faults: [{ id: 'mortal', story: 'Dies when it has uploaded.', violates: [], replaces: { upload } }],
    ...(webhook === null ? {} : { webhook }),
  })
  process.on('message', async (asked: AskBank) => {
    if (asked === 'look') {
      await bank.poll()
      await bank.idle()
    } else {
      due = asked.dies
      dies(due)
    }
    process.send?.('done')
  })
  process.send?.('done')
})
process.once('disconnect', () => process.exit())
