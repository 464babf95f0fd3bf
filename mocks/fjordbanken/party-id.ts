/** Organisation number, fødselsnummer or D-number, with its check digits. Synthetic months and days are let through. */
export function isPartyId(text: string): boolean {
  if (/^\d{9}$/.test(text)) return fits(text, [3, 2, 7, 6, 5, 4, 3, 2, 1])
  if (!/^\d{11}$/.test(text)) return false
  return fits(text.slice(0, 10), [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) && fits(text, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
}

/** With the check digit weighted by one, the sum is a multiple of eleven. */
const fits = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11 === 0
