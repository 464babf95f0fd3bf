import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeArchive } from '../../../contracts/dsve/archive/write.ts'
import type { ReceivedReply } from '../../../contracts/dsve/correspondence.ts'
import { caseIdentifiers } from '../../../contracts/dsve/fixtures/identifiers.ts'
import { askedOf } from '../../../contracts/dsve/testing/damaged.ts'
import { hostileArchives } from '../../../contracts/dsve/testing/hostile-archives.ts'
import { hostileXml } from '../../../contracts/dsve/testing/hostile-xml.ts'
import { requirement } from '../../../contracts/register.ts'
import { openScene, openStage, type Scene, type Stage } from '../../../mocks/megler/testing/scene.ts'
import { evidenceNdjson } from '../../../reports/evidence.ts'
import { golden } from '../../../reports/golden/record.ts'
import { redact } from '../../../reports/redact/record.ts'
import { loadChecks } from '../../checks.ts'
import { replySighting } from '../../kit/ask/letters.ts'
import { rule } from '../../kit/run/verdict.ts'
import { answeredIn } from '../../kit/testing/letter.ts'
import { answersMade, judgedBy } from '../testing/lettered.ts'

/**
 * Hostile archives and XML as the answer of a bank, over sockets: fetched by the megler, opened, judged by every check
 * that looks at an answer, and told. Each in bounded time and memory, and nothing is written or fetched.
 */

const checks = await loadChecks(['dsve'])
let stage: Stage
let scene: Scene
let folder: string
const elsewhere = process.cwd()
beforeAll(async () => {
  stage = await openStage()
  scene = await openScene(stage)
  folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  process.chdir(folder)
})
afterAll(async () => {
  process.chdir(elsewhere)
  rmSync(folder, { recursive: true })
  await scene.close()
  await stage.close()
})

interface Kind {
  readonly what: string
  readonly bytes: () => Uint8Array
  /** That has to say so. */
  readonly row: string
}

const inArchive = (content: Uint8Array) => writeArchive([{ name: 'restgjeldssvar_1.xml', content }], { deflated: true })
const kinds: readonly Kind[] = [
  ...hostileArchives.map(({ what, make }) => ({ what: `an archive with ${what}`, bytes: make, row: 'DSVE-088' })),
  ...hostileXml.map(({ what, bytes, refused }) => ({
    what: `XML of ${what}`,
    bytes: () => inArchive(bytes()),
    row:
      what.startsWith('100 MB') || what === 'elements a hundred thousand deep'
        ? 'DSVE-088'
        : refused.startsWith('encoding')
          ? 'DSVE-103'
          : 'DSVE-100',
  })),
  { what: 'a hundred million bytes that are stored', bytes: () => Buffer.alloc(100_000_000, 'PK'), row: 'DSVE-088' },
]

const secondsEach = 10
const mebibyte = 1024 * 1024
/** A hundred million bytes are made, sent and kept by the broker of the same process; nothing may be larger than that. */
const mostGrown = 700 * mebibyte

/** Sent as the answer to a request of the megler; what the megler has of it. */
async function received(bytes: Uint8Array): Promise<ReceivedReply> {
  const { megler, bank, settle } = scene
  await settle(61_000)
  const { referanse: _, ...sent } = await megler.ask({ message: 'restgjeldsforespoersel', fixture: 'S1' })
  await settle()
  const { cursor } = megler.letters(0)
  await bank.deliver(Buffer.from(bytes), {
    fileName: 'svar.zip',
    recipients: ['0192:313456781'],
    sendersFileTransferReference: `samsvar ${sent.number}`,
    propertyList: { messageType: 'Restgjeldssvar', status: 'RutetSuksessfullt' },
  })
  await settle()
  const [letter] = megler.letters(cursor).letters.filter(({ reply }) => reply !== undefined)
  if (letter?.reply === undefined) throw new Error('the megler has no letter')
  return letter.reply
}

const written = () => readdirSync(folder)
const modified = () => statSync(elsewhere).mtimeMs

describe('the answer of a bank', () => {
  it.each(kinds)('$what is judged: $row', { timeout: 60_000 }, async ({ bytes, row }) => {
    const before = { files: modified(), memory: process.memoryUsage().rss }
    const reply = await received(bytes())
    const begun = performance.now()
    const sighting = replySighting(reply, askedOf('S1', 'restgjeldssvar'))
    const letter = { what: 'answered', number: 1, fixture: 'S1', fileTransferId: 'x', reply: sighting } as const
    const seen = answersMade([{ fixture: 'S1', reply: 'restgjeldssvar', letter }])
    const failed: string[] = []
    for (const check of checks) {
      const judgement = await judgedBy(check, seen)
      const about = requirement(check.verifies)
      if (judgement !== null && about !== undefined && rule(about, judgement, true).verdict === 'fail')
        failed.push(check.verifies)
    }
    const { report } = golden
    const known = { identifiers: caseIdentifiers, secrets: [] }
    const record = {
      report: { ...report, results: [] },
      exchanges: [],
      deeds: [],
      observations: [answeredIn(letter)],
      known,
    }
    const told = evidenceNdjson(redact(record))
    expect(failed).toContain(row)
    expect(performance.now() - begun).toBeLessThan(secondsEach * 1000)
    expect(process.memoryUsage().rss - before.memory).toBeLessThan(mostGrown)
    expect(Buffer.byteLength(told)).toBeLessThan(mebibyte)
    expect([written(), modified()]).toEqual([[], before.files])
  })
})
