import { createHash } from 'node:crypto'
import { innerParts } from '../parts/inner.ts'
import { createSecret } from '../store/secret.ts'
import { defineFaults } from './change.ts'

/** KFRO-066 to KFRO-070: what is kept, and what shows of it. */

export const keepingFaults = defineFaults({
  'numbers-in-clear': {
    story: 'Customers stand in the database as they are.',
    violates: ['KFRO-066'],
    replaces: {
      protect: (material) => ({ ...createSecret(material), cover: (number) => Buffer.from(number) }),
    },
  },
  'spools-in-clear': {
    story: 'The file of a batch is kept on the disk as it came, and stays there.',
    violates: ['KFRO-066'],
    replaces: {
      protect: (material) => ({
        ...createSecret(material),
        seal: (plain) => Buffer.from(plain),
        open: (sealed) => Buffer.from(sealed).toString(),
      }),
      discard: () => undefined,
    },
  },
  'bare-hashes': {
    story: 'Customers stand in the database as SHA-256, which anybody can make of all numbers there are.',
    violates: ['KFRO-067'],
    replaces: {
      protect: (material) => ({
        ...createSecret(material),
        cover: (number) => createHash('sha256').update(number).digest(),
      }),
    },
  },
  'logs-look-ups': {
    story: 'The log of requests has whom agencies have asked about.',
    violates: ['KFRO-069'],
    replaces: {
      logLine: (logged) =>
        logged.correlation === null && logged.customer !== null
          ? `${innerParts.logLine(logged)} CustomerID=${logged.customer}`
          : innerParts.logLine(logged),
    },
  },
  'logs-reports': {
    story: 'The log of requests has whom institutions have reported, to find their mistakes.',
    violates: [],
    tolerates: ['KFRO-069'],
    replaces: {
      logLine: (logged) =>
        logged.correlation !== null && logged.customer !== null
          ? `${innerParts.logLine(logged)} CustomerID=${logged.customer}`
          : innerParts.logLine(logged),
    },
  },
  'keeps-no-ids': {
    story: 'Nobody can find a report by its CorrelationID.',
    violates: ['KFRO-070'],
    replaces: { keepsTrace: false },
  },
})
