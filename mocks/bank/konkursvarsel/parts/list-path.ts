/** One segment; its colons may stand as they are (RFC 3986 §3.3). */
export const listPath = (since: string): string => `/konkursvarsler/oppdatert/${since}`
