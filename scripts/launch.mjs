// Plain JavaScript for every Node since 14: it has to say what is missing before anything newer is loaded.
import { spawn } from 'node:child_process'
import nodeModule, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The first release that runs TypeScript as it stands and that every dependency supports. */
const needed = [22, 19]

const isEnough = (version) => {
  const [major, minor] = version.split('.').map(Number)
  return major > needed[0] || (major === needed[0] && minor >= needed[1])
}

/** Node 24 comes with the project as an optional dependency, where there is one for the platform. */
const bundledNode = () => {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
    return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch {
    return null
  }
}

/** What Node compiled, kept for the next start. Beside the packages, since whoever may write there is trusted anyway. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/samsvar', import.meta.url))

/** Runs a TypeScript file of this folder, on this Node or on the one that comes along. */
export const launch = (file, args) => {
  const path = fileURLToPath(new URL(file, import.meta.url))
  if (isEnough(process.versions.node)) {
    // Absent before 22.1, and without effect where the folder cannot be written.
    nodeModule.enableCompileCache?.(compiled)
    process.argv = [process.argv[0], path, ...args]
    import(new URL(file, import.meta.url).href)
    return
  }
  const node = bundledNode()
  if (node === null) {
    const problem = `samsvar needs Node ${needed.join('.')} or newer, and this is ${process.versions.node}`
    process.stderr.write(`${problem}: install a newer one, or run npm ci again without --omit=optional.\n`)
    process.exitCode = 3
    return
  }
  // The channel tells the child when this process is killed, so that it does not stay behind.
  const env = { NODE_COMPILE_CACHE: compiled, ...process.env }
  const child = spawn(node, [path, ...args], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code === null ? 130 : code
  })
}

// Called by itself: `node scripts/launch.mjs gates.ts`.
if (process.argv[1] === fileURLToPath(import.meta.url)) launch(`./${process.argv[2]}`, process.argv.slice(3))
