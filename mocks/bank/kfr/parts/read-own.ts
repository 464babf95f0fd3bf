/** Whether the customer stands in the register for this bank. Members that nobody knows are passed over (KFRB-046). */
export function readOwn(body: Buffer): boolean {
  const { banks } = JSON.parse(body.toString()) as { readonly banks?: unknown }
  return Array.isArray(banks) && banks.length > 0
}
