import { createHash } from 'node:crypto'
import { dsveResources } from '../../../contracts/altinn-broker/statuses.ts'
import type { NamedFault } from '../fault.ts'
import { usualResource } from '../settings.ts'
import { senderOf } from '../transfer.ts'

const minute = 60_000

/** True for the first transfer of each sender that it is asked about, and for that one alone. */
function isFirstOfSender(): (transfer: Parameters<typeof senderOf>[0]) => boolean {
  const first = new Map<string, string>()
  return (transfer) => {
    const sender = senderOf(transfer)
    if (!first.has(sender)) first.set(sender, transfer.id)
    return first.get(sender) === transfer.id
  }
}

/** What goes wrong when somebody sends. */
export const uploadFaults: Readonly<Record<string, NamedFault>> = {
  'scan-slow': {
    story: 'The virus scan takes a minute, in which nothing is published.',
    settings: { scanMs: minute },
  },
  'scan-fails': {
    story:
      'The virus scan finds something in the first upload of every sender: Failed, and a new transfer is needed (DSVE-069).',
    replaces: {
      scan: ({ scanMs }) => {
        const isFirst = isFirstOfSender()
        return (transfer, now) => ({ what: isFirst(transfer) ? 'infected' : 'clean', at: now + scanMs })
      },
    },
  },
  'short-life': {
    story: 'A transfer lives for ten seconds: whoever fetches later than that finds it purged (403, number 7).',
    settings: { resources: { [dsveResources.test]: { ...usualResource, lifeMs: 10_000 } } },
  },
  'checksum-wrong': {
    story:
      'The broker counts another MD5 than the sender in its first upload; where one was declared, that fails (DSVE-069).',
    replaces: {
      checksumOf: () => {
        const isFirst = isFirstOfSender()
        return (transfer, md5) => (isFirst(transfer) ? createHash('md5').update(md5).digest('hex') : md5)
      },
    },
  },
}
