/** Relations between requirements: written as direct edges, read with every step followed. */

/** Rows that ask the same question with the same stimulus: one verdict serves both. */
export interface Twins {
  readonly rows: readonly [string, string]
  readonly why: string
}

/** Whoever breaks one of these may also break each of those. */
export interface Implication {
  readonly these: readonly string[]
  readonly imply: readonly string[]
  readonly why: string
}

export interface Relations {
  readonly sameAs: readonly Twins[]
  readonly implies: readonly Implication[]
}

interface Related {
  readonly sameAs: readonly string[]
  readonly implies: readonly string[]
}

interface Closed {
  /** The relations of a row, in the order in which the rows are known. */
  of(id: string): Related
  /** Circles among the implications, as sentences: whoever writes one means `sameAs`. */
  readonly problems: readonly string[]
}

/** Follows every step, also through twins. The ids must be known ones. */
export function closeRelations(ids: readonly string[], { sameAs, implies }: Relations): Closed {
  const groupOf = groups(ids, sameAs)
  const edges = Map.groupBy(
    implies.flatMap(({ these, imply }) => these.flatMap((from) => imply.map((to) => ({ from, to })))),
    ({ from }) => groupOf(from),
  )
  const next = (group: Group) => new Set((edges.get(group) ?? []).map(({ to }) => groupOf(to)))
  const reach = memoised((group: Group) => reachable(group, next))
  const position = new Map(ids.map((id, index) => [id, index]))
  const ordered = (found: Iterable<string>) =>
    [...found].sort((one, other) => (position.get(one) ?? 0) - (position.get(other) ?? 0))

  return {
    of: (id) => {
      const group = groupOf(id)
      return {
        sameAs: group.filter((member) => member !== id),
        implies: ordered([...reach(group)].filter((reached) => reached !== group).flat()),
      }
    },
    problems: [...edges.keys()]
      .filter((group) => reach(group).has(group))
      .map((group) => `${group.join(' = ')} implies itself; rows that imply one another are the same: use sameAs`),
  }
}

type Group = readonly string[]

/** Each row's group of twins, itself included. */
function groups(ids: readonly string[], sameAs: readonly Twins[]): (id: string) => Group {
  const first = new Map<string, string>()
  const root = (id: string): string => {
    const parent = first.get(id)
    return parent === undefined ? id : root(parent)
  }
  for (const { rows } of sameAs) {
    const [one, other] = rows.map(root)
    if (one !== undefined && other !== undefined && one !== other) first.set(other, one)
  }
  const members = Map.groupBy(ids, root)
  return (id) => members.get(root(id)) ?? [id]
}

function reachable(start: Group, next: (group: Group) => Iterable<Group>): ReadonlySet<Group> {
  const seen = new Set<Group>()
  const waiting = [...next(start)]
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    if (seen.has(group)) continue
    seen.add(group)
    waiting.push(...next(group))
  }
  return seen
}

function memoised<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}
