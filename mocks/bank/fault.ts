/** One thing that a bank gets wrong, in one of its interfaces: these are tables of small named parts. */
export interface Wrong<Parts> {
  /** kebab-case; names the behaviour. */
  readonly id: string
  /** One sentence: what somebody thought, or forgot. */
  readonly story: string
  /** Requirements that a bank with it breaks; the first is the one it is made for. Empty where all that it does is tolerated. */
  readonly violates: readonly string[]
  /**
   * Requirements that only warn, because the documents leave room for what it does. Where `violates` is empty, the
   * first of these is the one it is made for.
   */
  readonly tolerates?: readonly string[]
  readonly replaces: Partial<Parts>
}

/** The parts of a bank with these faults. Throws when two of them want to replace the same part. */
export function partsWith<Parts extends object>(
  parts: Parts,
  faults: readonly Pick<Wrong<Parts>, 'id' | 'replaces'>[],
): Parts {
  const replacedBy = new Map<string, string>()
  for (const { id, replaces } of faults) {
    for (const name of Object.keys(replaces)) {
      const other = replacedBy.get(name)
      if (other !== undefined)
        throw new Error(`The faults ${other} and ${id} both replace the part ${name}; start the bank with one of them`)
      replacedBy.set(name, id)
    }
  }
  return Object.assign({}, parts, ...faults.map(({ replaces }) => replaces)) as Parts
}
