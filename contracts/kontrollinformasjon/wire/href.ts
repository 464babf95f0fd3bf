/**
 * Where a link leads (Q9). `concatenated`: behind the base URL, as the production consumer reads it. `base-path`: the
 * href already holds the path of the base URL. `absolute`: scheme or host are written. `nowhere`: empty, a query or
 * fragment alone, or a path that climbs out of the base URL.
 */
export type Href =
  | { readonly form: 'concatenated' | 'base-path'; readonly path: string }
  /** Null when it lies outside the base URL: a token must not be carried there. */
  | { readonly form: 'absolute'; readonly path: string | null }
  | { readonly form: 'nowhere'; readonly path: null }

/**
 * `path` is relative to the base URL, begins with a slash, and keeps the query as it was written.
 * `base` is an absolute URL without query and fragment; a final slash makes no difference.
 */
export function resolveHref(base: string, href: string): Href {
  const root = base.replace(/\/+$/, '')
  const rootPath = new URL(root).pathname.replace(/\/+$/, '')
  const [target = ''] = href.split('#')
  if (/^([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(target)) return { form: 'absolute', path: behind(root, target) }
  if (target === '' || target.startsWith('?')) return { form: 'nowhere', path: null }
  const slashed = `/${target.replace(/^\/+/, '')}`
  const holdsRoot = rootPath !== '' && `${target.split('?')[0]}/`.startsWith(`${rootPath}/`)
  const path = holdsRoot ? slashed.slice(rootPath.length) : slashed
  const stays = path.startsWith('/') && behind(root, root + path) !== null
  return stays ? { form: holdsRoot ? 'base-path' : 'concatenated', path } : { form: 'nowhere', path: null }
}

/** What stands behind the base URL, null when the URL is not below it once dots are resolved. */
function behind(root: string, target: string): string | null {
  if (!URL.canParse(target)) return null
  const [from, to] = [new URL(`${root}/`), new URL(target)]
  if (to.origin !== from.origin || !to.pathname.startsWith(from.pathname)) return null
  return to.pathname.slice(from.pathname.length - 1) + to.search
}
