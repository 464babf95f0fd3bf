/** What Brreg is made to do, until it is told to be calm. Undocumented manners are switches (catalogue, sections 2, 3, 5). */

/** How an answer fails. `hang`: nothing comes. `reset`: the connection is cut. `truncated`: cut off in the middle of the JSON. */
export const failures = ['401', '403', '404', '429', '500', '503', 'hang', 'reset', 'truncated', 'html'] as const
export type Failure = (typeof failures)[number]

export const orders = ['ascending', 'descending', 'shuffled'] as const
/** `array`: an empty `_embedded.konkursvarsler`. `object`: `{}`. `links`: `_links` and nothing else. */
export const emptyForms = ['array', 'object', 'links'] as const
/** `other-host`: for another name. `expired`; `unknown-issuer`. `old-tls`: right, and offered in TLS 1.0 and 1.1 only. */
export const presentations = ['other-host', 'expired', 'unknown-issuer', 'old-tls'] as const
/** `foreign-host`: an href to another host of ours, which tells who came. `marked`: an extra segment, so that it shows who follows it. */
export const hrefForms = ['foreign-host', 'marked'] as const

export type BrregStimulus = { readonly party: 'brreg' } & (
  | { readonly does: 'outage' }
  /** Lists or details fail so many times (default: until calm). `notice` limits it to one detail. */
  | {
      readonly does: 'fails'
      readonly on: 'list' | 'detail'
      readonly how: Failure
      readonly times?: number
      readonly notice?: string
      /** Seconds of `Retry-After`, with 429 and 503. */
      readonly retryAfter?: number
    }
  | { readonly does: 'compares-inclusively' }
  | { readonly does: 'orders'; readonly order: (typeof orders)[number] }
  | { readonly does: 'lists-nothing-as'; readonly form: (typeof emptyForms)[number] }
  | { readonly does: 'presents'; readonly certificate: (typeof presentations)[number] }
  | { readonly does: 'links'; readonly href: (typeof hrefForms)[number] }
  /** Waits so long before it answers. */
  | { readonly does: 'delays'; readonly ms: number }
)
