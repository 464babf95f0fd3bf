/** What stands in the header of every call (KFRB-001). */
export const authorization = (token: string, _method: 'GET' | 'POST' | 'DELETE'): string => `Bearer ${token}`
