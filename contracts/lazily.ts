/**
 * A function that makes what it is asked for at the first use, and keeps it. For schemas: compiling all of them takes longer
 * than anything else before the first verdict, and a run needs few.
 */
export function lazily<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, { readonly value: Value }>()
  return (key) => {
    const one = made.get(key) ?? { value: make(key) }
    made.set(key, one)
    return one.value
  }
}
