import type { Client, Item } from '../model.ts'

/** The link of the list, where it leads to the configured host; otherwise the documented path (KV-034). */
export function detailUrl({ settings, tell }: Client, { href, uuid }: Item): string {
  const documented = `${settings.baseUrl}/konkursvarsler/${uuid}`
  if (href === null) return documented
  const isOurs = URL.canParse(href) && new URL(href).origin === new URL(settings.baseUrl).origin
  if (isOurs) return href
  tell('foreign-link', `the link of ${uuid} leads elsewhere, and was not followed`)
  return documented
}
