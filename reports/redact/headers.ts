/** What the value of a header may be, by its name. */

/** Headers whose values say something about the transport only. */
const transportHeaders = new Set(
  (
    'accept accept-charset accept-encoding accept-language accept-ranges age allow alt-svc cache-control connection ' +
    'content-disposition content-encoding content-language content-length content-security-policy content-type date ' +
    'expires keep-alive last-modified origin-agent-cluster permissions-policy pragma referrer-policy retry-after ' +
    'server strict-transport-security te trailer transfer-encoding upgrade user-agent vary via www-authenticate ' +
    'x-content-type-options x-dns-prefetch-control x-frame-options x-powered-by x-xss-protection'
  ).split(' '),
)
export const isTransportHeader = (name: string) => transportHeaders.has(name.toLowerCase())

/** Headers whose value may be bare digits. Elsewhere four digits may be the end of somebody's account. */
const numericHeaders = new Set(
  (
    'age content-length expires keep-alive max-forwards retry-after upgrade-insecure-requests dnt ratelimit-limit ' +
    'ratelimit-remaining ratelimit-reset x-ratelimit-limit x-ratelimit-remaining x-ratelimit-reset x-xss-protection'
  ).split(' '),
)
export const isNumericHeader = (name: string) => numericHeaders.has(name.toLowerCase())
