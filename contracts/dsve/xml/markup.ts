/** An element as data: what a builder makes, a fault changes and `serialize` writes. */
export interface Markup {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Markup[]
  /** The characters directly inside; blanks between children do not count. */
  readonly text: string
}

/** An element that was read: where it stood, and in which namespace. */
export interface XmlElement extends Markup {
  readonly children: readonly XmlElement[]
  /** Empty when it is in none, as all of DSVE is. */
  readonly namespace: string
  /** `/restgjeldssvar/laanliste/laan[2]/saldo`: numbered where an element of that name has siblings of it. */
  readonly path: string
  /** Counted from 1. */
  readonly line: number
}

export type Content = Partial<Omit<Markup, 'name'>>

export const markup = (name: string, { attributes = {}, children = [], text = '' }: Content = {}): Markup => ({
  name,
  attributes,
  children,
  text,
})

/** The same element with everything at that path changed: `laanliste/laan[2]/saldo`, from inside the root, from 1. */
export function changeAt(root: Markup, path: string, change: (found: Markup) => readonly Markup[]): Markup {
  const [step = '', ...rest] = path.split('/')
  const [, name = '', number] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? []
  let seen = 0
  const children = root.children.flatMap((child) => {
    if (child.name !== name) return [child]
    seen += 1
    if (number !== undefined && seen !== Number(number)) return [child]
    return rest.length === 0 ? change(child) : [changeAt(child, rest.join('/'), change)]
  })
  if (seen < Number(number ?? 1)) throw new RangeError(`${root.name} has no ${step}`)
  return { ...root, children }
}
