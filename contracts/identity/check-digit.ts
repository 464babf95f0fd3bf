/**
 * The MOD11 check digit behind `digits` under these weights, or null when the remainder has none: such a number is
 * not given out.
 */
export function mod11(digits: string, weights: readonly number[]): number | null {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const rest = 11 - (sum % 11)
  return rest === 11 ? 0 : rest === 10 ? null : rest
}
