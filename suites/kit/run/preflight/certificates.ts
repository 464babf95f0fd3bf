import { X509Certificate } from 'node:crypto'
import { type Diagnosis, ok, problem, warning } from './diagnosis.ts'

/** Certificates of ours and theirs: dates, and what they may be used for. */

/** A certificate that ends within so many days is warned about: renewing one takes weeks in a bank. */
const soonDays = 30
const dayMs = 86_400_000

export interface Named {
  /** Whose it is, in a few words. */
  readonly name: string
  /** PEM or DER. */
  readonly certificate: string | Uint8Array
  /** Who renews it. */
  readonly remedy: string
}

export function datesOf({ name, certificate, remedy }: Named, now: number): Diagnosis {
  const what = `dates of ${name}`
  const { validFromDate: from, validToDate: to } = new X509Certificate(certificate)
  if (from.getTime() > now)
    return problem(what, `not valid before ${dayOf(from)}`, `${remedy}, or do the clocks disagree?`)
  if (to.getTime() <= now) return problem(what, `expired on ${dayOf(to)}`, remedy)
  const days = Math.floor((to.getTime() - now) / dayMs)
  if (days < soonDays) return warning(what, `expires on ${dayOf(to)}, in ${days} days`, remedy)
  return ok(what, `until ${dayOf(to)}`)
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** RFC 5280 §4.2.1.12. A certificate that says nothing of its use may be used for everything. */
const clientAuth = '1.3.6.1.5.5.7.3.2'
const anyUse = '2.5.29.37.0'

export function clientUse(certificate: string): Diagnosis {
  const what = 'use of the client certificate'
  // The types of Node say that there is always a list; a certificate without the extension has none.
  const uses = new X509Certificate(certificate).keyUsage as readonly string[] | undefined
  if (uses === undefined || uses.includes(clientAuth) || uses.includes(anyUse)) return ok(what, 'client authentication')
  const remedy = 'name one with extendedKeyUsage clientAuth in "clientCertificate"'
  return problem(what, 'the certificate is not made for clients', remedy)
}
