/** Elements between commas, and nothing in front of them (KFRB-033). */
export const list = (elements: readonly string[]): string => elements.join(',')
