import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { fileName, makePact } from './make.ts'

/** The contract in the repository is what the client does now. `UPDATE_PACTS=1` writes it anew. */
const kept = fileURLToPath(new URL(`../../../contracts/pacts/${fileName}`, import.meta.url))

it('the contract of bosiden with a bank is what our client sends and reads', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samsvar-pact-'))
  try {
    await makePact(folder)
    const made = withoutVersions(await readFile(join(folder, fileName), 'utf8'))
    if (process.env.UPDATE_PACTS === '1') await writeFile(kept, made)
    expect(made).toBe(await readFile(kept, 'utf8'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

/** Which release of the library wrote it is no part of what is agreed. */
function withoutVersions(text: string): string {
  const { metadata, ...pact } = JSON.parse(text)
  return `${JSON.stringify({ ...pact, metadata: { pactSpecification: metadata.pactSpecification } }, null, 2)}\n`
}
