import { execFileSync } from 'node:child_process'
import manifest from '../package.json' with { type: 'json' }

/** Which samsvar this is. The commit is unknown where there is no repository around it. */
export const harness = { version: manifest.version, commit: commit() }

function commit(): string {
  try {
    const git = ['rev-parse', 'HEAD']
    return execFileSync('git', git, { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return 'unknown'
  }
}
