import type { Stage } from '../../kit/ask/stage.ts'
import type { Sighting } from '../../kit/ask/witness.ts'
import { opensAccount } from '../events.ts'
import { type Happened, happen } from '../happen.ts'
import { rhythmOf } from '../rhythm.ts'
import { isAbout, kfrOf } from '../sightings.ts'
import { isKnown } from './orders.ts'

/** One whom nobody vouches for, and one who is somebody else: whoever looks at the issuer may still look at no name. */
export const wrongOnes = ['unknown-issuer', 'other-host'] as const

export const sceneOf = (certificate: (typeof wrongOnes)[number]) => `wrong-certificate-${certificate}`

const isTold = isAbout('F37', 'add')
const isTried = (one: Sighting) => kfrOf(one)?.operation === 'handshake' || isTold(one)

/** Somebody else answers in the register’s place while F37 becomes a customer, and goes on to do so while its report waits. */
export async function wrongCertificates(stage: Stage): Promise<readonly Happened[]> {
  const { reportMs, silenceMs, retryMs } = rhythmOf(stage.target)
  const [first, ...others] = wrongOnes
  await present(stage, first)
  const before = (await stage.seen()).length
  const isThere = (all: readonly Sighting[]) => all.slice(before).some(isTried)
  // A bank that looks at the certificate reports nobody: that it came and went is all that shows what its people did.
  const begun = await happen(stage, [{ ...opensAccount('F37'), heard: isThere }], { waits: false })
  const isDone = begun.some(({ by }) => by !== null && isKnown(by))
  if (isDone) await stage.until('somebody who looks at the certificate', isThere, reportMs)
  for (const certificate of others) {
    if (!isDone || (await stage.seen()).some(isTold)) break
    await present(stage, certificate)
    const then = (await stage.seen()).length
    // An attempt may have been under way when the other one stepped into its place: the next but one is waited for.
    await stage.until('somebody who looks again', (all) => all.slice(then).some(isTried), silenceMs + 2 * retryMs)
  }
  await stage.scene('right-certificate')
  await stage.tell('calm', {})
  if (isDone) await stage.until('F37 to be reported', (all) => all.some(isTold), reportMs)
  return begun
}

async function present(stage: Stage, certificate: (typeof wrongOnes)[number]): Promise<void> {
  await stage.scene(sceneOf(certificate))
  await stage.tell('stimulate', { stimulus: { party: 'kfr', does: 'presents', certificate } })
}
