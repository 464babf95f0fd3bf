import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** A contract in the repository, and as it is made now. `UPDATE_PACTS=1` writes it anew. */
export async function keptAndMade(kept: string, make: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'samsvar-pact-'))
  try {
    await make(folder)
    const made = withoutVersions(await readFile(join(folder, basename(kept)), 'utf8'))
    if (process.env.UPDATE_PACTS === '1') await writeFile(kept, made)
    return { made, text: await readFile(kept, 'utf8') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Which release of the library wrote it is no part of what is agreed. */
function withoutVersions(text: string): string {
  const { metadata, ...pact } = JSON.parse(text)
  return `${JSON.stringify({ ...pact, metadata: { pactSpecification: metadata.pactSpecification } }, null, 2)}\n`
}
