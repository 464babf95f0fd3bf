import type { LoadWindow } from '../contracts/report/load.ts'
import { parseLoad } from '../contracts/report/load-file.ts'
import * as ofRegister from '../suites/kfr-register/load/again.ts'
import * as ofBank from '../suites/ytelse/again.ts'
import { setupError } from './cli/exit.ts'
import { readPlainly } from './config/private-file.ts'

/** A `load.ndjson`, and whose load it was: windows of banks and registers have the same names, and ask for other things. */

const areas = [
  { area: 'ytelse', ...ofBank },
  { area: 'kfr-register', ...ofRegister },
] as const

export async function readLoad(path: string) {
  const found = await readPlainly(path)
  if ('wrong' in found) throw setupError(`${path} ${found.wrong}; a run with load leaves load.ndjson in its folder`)
  const windows = windowsIn(found.text, path)
  const kinds = [...new Set(windows.flatMap(({ mix }) => mix.map(({ name }) => name)))]
  const of = areas.find(({ asksFor }) => kinds.every((kind) => asksFor.some((known) => known === kind)))
  if (of !== undefined) return { ...of, windows }
  throw setupError(`${path}: no load of this samsvar asks for ${kinds.join(', ')}; take the samsvar that wrote it`)
}

function windowsIn(text: string, path: string): readonly LoadWindow[] {
  const windows = parsed(text, path)
  if (windows.length > 0) return windows
  throw setupError(`${path} holds no window of load; take load.ndjson whole from the folder of the run`)
}

function parsed(text: string, path: string): readonly LoadWindow[] {
  try {
    return parseLoad(text)
  } catch (error) {
    throw setupError(`${path} cannot be judged: ${(error as Error).message}`)
  }
}
