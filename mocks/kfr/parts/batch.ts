import type { RequestHandler } from 'express'
import { headerNames, relationshipType } from '../../../contracts/kfr/operations.ts'
import { say } from '../../http/traffic.ts'
import { contextOf, need, type Site } from '../context.ts'
import { refuse } from '../refuse.ts'
import { headerOf, institutionOf } from './entrance.ts'

/** What is to be said of a form that was read (catalogue, section 3). */

/** By the bytes, whatever the parser made of them: 403, which is what a wrong boundary looks like (FAQ). */
export const requireBoundary =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const { boundary, opens, closes } = need(response, 'form')
    const why =
      boundary.is === 'missing' || boundary.is === 'other-type'
        ? 'the header names no boundary of multipart/form-data'
        : boundary.is === 'quoted'
          ? 'the boundary stands in quotation marks'
          : opens && closes
            ? null
            : 'the body does not begin and end with the boundary of the header'
    if (why === null) next()
    else refuse(site, response, 'forbidden', why)
  }

export const requireParts =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const { type, hasList } = need(response, 'form')
    if (type !== null && hasList) next()
    else {
      contextOf(response).problems.add('part-missing')
      refuse(site, response, 'invalid', 'the form lacks customer_type or customers')
    }
  }

export const requireFormType =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    if (need(response, 'form').type === relationshipType) next()
    else {
      contextOf(response).problems.add('type-unknown')
      refuse(site, response, 'type', `the only type is ${relationshipType}`)
    }
  }

export const requireSize =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    if (!need(response, 'form').tooLarge) next()
    else {
      contextOf(response).problems.add('file-too-large')
      refuse(site, response, 'too-large', `the list is larger than ${site.settings.mostFileBytes} bytes`)
    }
  }

/** One element that is wrong, and nothing of the file is taken: 201 says that all of it is valid (KFRO-030). */
export const requireList =
  (site: Site): RequestHandler =>
  (_request, response, next) => {
    const { wrong } = need(response, 'form')
    if (wrong === null) {
      next()
      return
    }
    const isDate = wrong.problem === 'KFR-010'
    contextOf(response).problems.add(!isDate ? 'list-malformed' : wrong.isNoDay ? 'no-such-day' : 'date-malformed')
    const what = isDate ? 'a date that is none' : 'no customer number'
    refuse(site, response, isDate ? 'date' : 'customer', `element ${wrong.element} has ${what}`)
  }

/** Kept on the disk, and stored later. */
export const acceptBatch =
  (site: Site): RequestHandler =>
  (request, response) => {
    const { id, writer } = need(response, 'form')
    const entries = writer.keep()
    site.ingestion.accept({
      id,
      correlation: headerOf(request, headerNames.correlation) ?? '',
      institution: institutionOf(response),
      day: site.today(),
      entries,
    })
    say(response, `accepted ${entries} relationships`)
    response.status(201).end()
  }
