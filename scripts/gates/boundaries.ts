import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** Who imports whom, held against the table of ARCHITECTURE.md. Type imports count. */

const layers = {
  contracts: /^contracts\//,
  kit: /^suites\/kit\//,
  targets: /^suites\/targets\//,
  checks: /^suites\//,
  mocks: /^mocks\//,
  reports: /^reports\//,
  scripts: /^scripts\//,
} as const
type Layer = keyof typeof layers | 'tests'

const allowed: Readonly<Record<Layer, readonly Layer[]>> = {
  contracts: ['contracts'],
  kit: ['contracts', 'kit'],
  checks: ['contracts', 'kit', 'checks'],
  mocks: ['contracts', 'mocks'],
  reports: ['contracts', 'reports'],
  targets: ['contracts', 'kit', 'checks', 'mocks', 'targets', 'reports'],
  scripts: ['contracts', 'kit', 'checks', 'targets', 'reports', 'scripts'],
  tests: ['contracts', 'kit', 'checks', 'mocks', 'reports', 'targets', 'scripts', 'tests'],
}

/** What helps tests only stands in a file that says so. */
const isTest = (file: string) => /\.(test|prove)\.ts$|\/(testing|golden)\//.test(file)

export function layerOf(file: string): Layer | undefined {
  if (isTest(file)) return 'tests'
  return (Object.keys(layers) as (keyof typeof layers)[]).find((layer) => layers[layer].test(file))
}

type Graph = ReadonlyMap<string, readonly string[]>

/** Imports among our own files; keys and values are paths from the root. */
export function readGraph(root: string): Graph {
  const files = globSync('{contracts,suites,mocks,reports,scripts}/**/*.ts', { cwd: root }).map((file) =>
    file.replaceAll('\\', '/'),
  )
  return new Map(files.map((file) => [file, importsOf(root, file)]))
}

const importPattern = /\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g

function importsOf(root: string, file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [...text.matchAll(importPattern)].map(([, path]) => resolve(root, dirname(file), path ?? ''))
  return [...new Set(found.map((path) => relative(root, path).replaceAll('\\', '/')))].filter((path) =>
    path.endsWith('.ts'),
  )
}

export function complaints(graph: Graph): readonly string[] {
  if (graph.size === 0) return ['no files were found: the gate looked at nothing']
  return [...forbidden(graph), ...cycles(graph)]
}

function forbidden(graph: Graph): readonly string[] {
  return [...graph].flatMap(([file, imports]) =>
    imports.flatMap((imported) => {
      const [from, to] = [layerOf(file), layerOf(imported)]
      if (from === undefined || to === undefined) return [`${file} or ${imported} belongs to no layer`]
      return allowed[from].includes(to) ? [] : [`${file} imports ${imported}: ${from} must not know ${to}`]
    }),
  )
}

function cycles(graph: Graph): readonly string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      found.push(`cycle: ${[...path.slice(path.indexOf(file)), file].join(' -> ')}`)
      return
    }
    if (done.has(file)) return
    for (const imported of graph.get(file) ?? []) visit(imported, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return found
}
