import type { Context } from '../context.ts'
import { defineFault, type Fault } from '../fault.ts'
import { completenessPolicy, stateCompleteness } from '../parts/state-completeness.ts'
import { isPersonal } from './where.ts'

/** KI-RSP-006 and KI-RSP-007: what complete and partial are said of. */

const linksIn = ({ found }: Context): readonly { readonly rel: string }[] =>
  (found.body as { links?: readonly { readonly rel: string }[] } | undefined)?.links ?? []

const isFollowed = (context: Context) => linksIn(context).some(({ rel }) => rel === 'next')
const isPage = (context: Context) => linksIn(context).length > 0
const pageIs = (wanted: number) => (context: Context) => isFollowed(context) && context.found.page === wanted

/** With a reason, so that nothing else is wrong with it. */
const announced = (isAnnounced: (context: Context) => boolean): Fault['replaces'] => ({
  stateCompleteness: stateCompleteness({
    detailsOf: (context) =>
      isAnnounced(context)
        ? { status: 'partial', message: 'Resultatet er delt på flere sider' }
        : completenessPolicy.detailsOf(context),
  }),
})

const announcements: Readonly<
  Record<string, { readonly story: string; readonly isAnnounced: (context: Context) => boolean }>
> = {
  'calls-a-page-partial-while-others-follow': {
    story: 'A page is a part, so somebody says that all but the last one are partial.',
    isAnnounced: isFollowed,
  },
  'calls-the-first-of-several-pages-partial': {
    story: 'The caller is told with the first page that there is more.',
    isAnnounced: pageIs(1),
  },
  'calls-a-page-in-the-middle-partial': {
    story: 'A page without a beginning and without an end is only a part.',
    isAnnounced: pageIs(2),
  },
  'calls-every-page-of-several-partial': {
    story: 'A result that was split is partial on each of its pages.',
    isAnnounced: isPage,
  },
}

/** What is not withheld in the answer's own words is still not in it. */
const silentAbout = (isSilent: (context: Context) => boolean): Fault['replaces'] => ({
  stateCompleteness: stateCompleteness({
    detailsOf: (context) => (isSilent(context) ? { status: 'complete' } : completenessPolicy.detailsOf(context)),
  }),
})

export const completenessFaults = [
  ...Object.entries(announcements).map(([id, { story, isAnnounced }]) =>
    defineFault({ id, story, violates: ['KI-RSP-006'], replaces: announced(isAnnounced) }),
  ),
  defineFault({
    id: 'calls-an-answer-without-the-archive-complete',
    story: 'The interface delivers all that it can reach, and somebody thought that this is all there is.',
    violates: ['KI-RSP-007', 'KI-TRX-006', 'KI-TRX-044'],
    replaces: silentAbout(isPersonal),
  }),
]
