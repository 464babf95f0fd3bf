import { mod11 } from './check-digit.ts'

/** Which of the two rules of the payment system a KID's last digit obeys; a KID that obeys neither is mistyped. */
export type KidRule = 'MOD10' | 'MOD11'

/** The digit that makes the Luhn sum a multiple of ten. */
function mod10(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** 2 to 7 from the right, and again. */
const weightsFor = (length: number) => Array.from({ length }, (_, index) => 2 + ((length - 1 - index) % 6))

/** The rules that the KID obeys. Nothing when it is not 2 to 25 digits: a last character `-` is lawful, and no digit. */
export function kidRules(kid: string): readonly KidRule[] {
  if (!/^\d{2,25}$/.test(kid)) return []
  const [front, last] = [kid.slice(0, -1), Number(kid.at(-1))]
  const obeyed: KidRule[] = mod10(front) === last ? ['MOD10'] : []
  return mod11(front, weightsFor(front.length)) === last ? [...obeyed, 'MOD11'] : obeyed
}
