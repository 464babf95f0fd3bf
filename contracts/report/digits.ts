/** So many digits that mean something. A bound is rounded away from what it bounds, so that it is still true. */

type Towards = 'nearest' | 'down' | 'up'

const rounds: Readonly<Record<Towards, (value: number) => number>> = {
  nearest: Math.round,
  down: (value) => Math.floor(value + 1e-9),
  up: (value) => Math.ceil(value - 1e-9),
}

export function toDigits(value: number, digits: number, towards: Towards = 'nearest'): number {
  if (value === 0) return 0
  const power = digits - 1 - Math.floor(Math.log10(Math.abs(value)))
  // Divided and multiplied by whole numbers only, which are exact.
  const rounded = rounds[towards](power < 0 ? value / 10 ** -power : value * 10 ** power)
  return power < 0 ? rounded * 10 ** -power : rounded / 10 ** power
}
