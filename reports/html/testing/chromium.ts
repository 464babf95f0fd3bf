import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** A real browser, without a window and without a network. */

const names = ['chromium', 'chromium-browser', 'google-chrome']
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']

/** Undefined where none is installed. */
export const chromium = folders
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path))

interface Seen {
  /** The document as it is when its scripts have run. */
  readonly dom: string
  /** What the page, or the browser about it, wrote into the console. */
  readonly console: readonly string[]
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-logging=stderr',
  // Time of its own, which passes as quickly as the page has nothing to do: a busy machine changes nothing.
  '--virtual-time-budget=20000',
  // No name resolves and no address answers: a page that needs the network does not come out the same.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
]

/** Opens the page; `search` is what stands behind its address. */
export async function open(page: string, search = '', more: readonly string[] = []): Promise<Seen> {
  const folder = await mkdtemp(join(tmpdir(), 'samsvar-html-'))
  try {
    const file = join(folder, 'report.html')
    await writeFile(file, page)
    const given = [...flags, ...more, `--user-data-dir=${folder}/profile`, '--dump-dom']
    const { stdout, stderr } = await promisify(execFile)(
      chromium ?? '',
      [...given, `${pathToFileURL(file)}${search}`],
      {
        maxBuffer: 64e6,
        timeout: 50_000,
      },
    )
    return { dom: stdout, console: stderr.split('\n').filter((line) => /\bCONSOLE\b/.test(line)) }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
