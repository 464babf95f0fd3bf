import { type Content, type Markup, markup, type XmlElement } from '../xml/markup.ts'

/**
 * How data stands in an element, told once for both directions. Reading expects an element that is valid against the
 * schema: what is missing is left out, and nothing is judged.
 */
export interface Codec<Value> {
  /** Throws RangeError for a value that its type allows and no document can hold, as `NaN` kroner. */
  write(value: Value): Content
  read(element: XmlElement): Value
}

/** How one property of a record stands in the element of the record. */
interface Field<Value> {
  write(name: string, value: Value): Content
  read(name: string, element: XmlElement): Value | undefined
}

interface Scalar<Value> {
  write(value: Value): string
  read(text: string): Value
}

type Fields<Value> = { readonly [Key in keyof Value]-?: Field<Exclude<Value[Key], undefined>> }

/** Properties in the order of the schema; one that is undefined is left out. */
export function sequence<Value extends object>(fields: Fields<Value>): Codec<Value> {
  const named = Object.entries(fields) as unknown as readonly [keyof Value & string, Field<unknown>][]
  return {
    write: (value) =>
      named
        .filter(([name]) => value[name] !== undefined)
        .map(([name, field]) => field.write(name, value[name]))
        .reduce<Content>((all, one) => join(all, one), {}),
    read: (element) => {
      const found = named.map(([name, field]) => [name, field.read(name, element)] as const)
      return Object.fromEntries(found.filter(([, value]) => value !== undefined)) as Value
    },
  }
}

const join = (one: Content, other: Content): Content => ({
  attributes: { ...one.attributes, ...other.attributes },
  children: [...(one.children ?? []), ...(other.children ?? [])],
})

/** Exactly one of these, under the name of its property. */
export function oneOf<Value extends object>(branches: Readonly<Record<string, Codec<unknown>>>): Codec<Value> {
  return {
    write: (value) => {
      const [name, inside] = Object.entries(value)[0] ?? ['', undefined]
      return { children: [markup(name, branches[name]?.write(inside))] }
    },
    read: (element) => {
      const child = element.children.find(({ name }) => Object.hasOwn(branches, name))
      return (child ? { [child.name]: branches[child.name]?.read(child) } : {}) as Value
    },
  }
}

/** A list as children of that name. */
export const each = <Value>(name: string, codec: Codec<Value>): Codec<readonly Value[]> => ({
  write: (values) => ({ children: values.map((value) => markup(name, codec.write(value))) }),
  read: (element) => element.children.filter((child) => child.name === name).map((child) => codec.read(child)),
})

export const element = <Value>(codec: Codec<Value>): Field<Value> => ({
  write: (name, value) => ({ children: [markup(name, codec.write(value))] }),
  read: (name, parent) => {
    const child: XmlElement | undefined = parent.children.find((each) => each.name === name)
    return child && codec.read(child)
  },
})

export const attribute = <Value>(scalar: Scalar<Value>): Field<Value> => ({
  write: (name, value) => ({ attributes: { [name]: scalar.write(value) } }),
  read: (name, { attributes }) => {
    const found = attributes[name]
    return found === undefined ? undefined : scalar.read(found)
  },
})

/** Without an element of its own. */
export const inline = <Value>(codec: Codec<Value>): Field<Value> => ({
  write: (_name, value) => codec.write(value),
  read: (_name, parent) => codec.read(parent),
})

const holding = <Value>(scalar: Scalar<Value>): Codec<Value> => ({
  write: (value) => ({ text: scalar.write(value) }),
  read: (found: Pick<Markup, 'text'>) => scalar.read(found.text),
})

const text: Scalar<string> = { write: (value) => value, read: (written) => written }

const truth: Scalar<boolean> = {
  write: (value) => String(value),
  read: (written) => ['true', '1'].includes(written.trim()),
}

const whole: Scalar<number> = {
  write: (value) => {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value}: not a whole number`)
    return String(value)
  },
  read: (written) => Number(written),
}

/** More is written in exponents, or loses øre. */
const most = 9e12

const kroner: Scalar<number> = {
  write: (value) => {
    const rounded = Math.round(value * 100) / 100
    if (!(value >= 0 && value <= most && Math.abs(value - rounded) < 1e-6))
      throw new RangeError(`${value}: not an amount in kroner, 0 or more, with at most two decimals`)
    return rounded.toFixed(2)
  },
  read: (written) => Number(written),
}

export const asText = holding(text)
export const asTruth = holding(truth)
export const asWhole = holding(whole)
export const asKroner = holding(kroner)
export const textAttribute = attribute(text)
export const wholeAttribute = attribute(whole)
/** Text that the schema holds to a list. */
export const listedAttribute = <Listed extends string>() => attribute(text as unknown as Scalar<Listed>)
