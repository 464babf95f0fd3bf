import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What ours is measured with and beside. Eighty megabytes that nobody needs who does not measure: they are no dependency
 * of the product, and are fetched once into a temporary folder.
 */
const packages = { '@stoplight/prism-cli': '5.16.0', autocannon: '9.0.0' } as const

/** The folder in whose `node_modules` they are. */
export function toolsFolder(): string {
  const folder = join(tmpdir(), `samsvar-bench-${Object.values(packages).join('-')}`)
  if (existsSync(join(folder, 'whole'))) return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm cannot install ${wanted.join(' and ')} into ${folder}`)
  writeFileSync(join(folder, 'whole'), '')
  return folder
}
