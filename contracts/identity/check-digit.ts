/** By what the digits of a number are weighed (MOD11), from the first on. A person has two check digits. */
export const weights = {
  organisation: [3, 2, 7, 6, 5, 4, 3, 2],
  account: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2],
  personFirst: [3, 7, 6, 1, 8, 9, 4, 5, 2],
  personSecond: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2],
} as const

/**
 * The MOD11 check digit behind `digits` under these weights, or null when the remainder has none: such a number is
 * not given out.
 */
export function mod11(digits: string, weights: readonly number[]): number | null {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const rest = 11 - (sum % 11)
  return rest === 11 ? 0 : rest === 10 ? null : rest
}

/** The digits and their check digit; null where there is none. */
export function completed(stem: string, by: readonly number[]): string | null {
  const digit = mod11(stem, by)
  return digit === null ? null : `${stem}${digit}`
}

/** Eleven digits from nine; null likewise. */
export function completedPerson(stem: string): string | null {
  const ten = completed(stem, weights.personFirst)
  return ten === null ? null : completed(ten, weights.personSecond)
}

/** Whether the last two of eleven digits are those of a person; the day of birth is not looked at. */
export const hasPersonDigits = (digits: string): boolean => completedPerson(digits.slice(0, 9)) === digits
