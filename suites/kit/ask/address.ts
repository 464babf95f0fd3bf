/**
 * What lies below a base URL. As registered it may end with a slash, which is part of the audience of tokens (KI-AUT-012)
 * and is not doubled in an address (catalogue 1.2).
 * @param path begins with a slash
 */
export const addressOf = (baseUrl: string, path: string): string => withoutSlash(baseUrl) + path

export const withoutSlash = (baseUrl: string): string => baseUrl.replace(/\/$/, '')
