import { describe, expect, it } from 'vitest'
import { golden } from '../../golden/record.ts'
import { redact } from '../../redact/record.ts'
import { story, storyIds } from './story.ts'

const redacted = redact(golden)
const page = story(redacted).text

describe('the story of a bostyrer', () => {
  it('is told in the order in which it happened', () => {
    const told = ['kunngjør aapning (K1)', 'spør om nytt, og får 1 varsel', 'spør om kontoene, og får 403']
    const places = told.map((text) => page.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('marks what was wrong where it happened, and nothing else', () => {
    expect([...page.matchAll(/class="wrong fail"/g)]).toHaveLength(1)
    expect(page).toMatch(/href="#x8"[\s\S]*?class="wrong fail"[\s\S]*?KV-GLD-002[\s\S]*?href="#x9"/)
  })

  it('names the evidence that it stands on', () =>
    expect([...storyIds(redacted)]).toEqual(['d1', 'd2', 'o3', 'x8', 'x9']))

  it('is not there when nothing of it was played', () => {
    const isElsewhere = ({ epoch }: { readonly epoch: string }) => !epoch.startsWith('bostyrer/')
    const { exchanges, observations, deeds } = redacted
    const without = {
      ...redacted,
      exchanges: exchanges.filter(isElsewhere),
      observations: observations.filter(isElsewhere),
      deeds: deeds.filter(isElsewhere),
    }
    expect(story(without).text).toBe('')
  })
})
