import type { LoadFigures, LoadReport, LoadSample, LoadWindow } from '../../contracts/report/load.ts'
import { milliseconds } from './exchange.ts'
import type { Gate } from './gate.ts'

/** Load is numbers and words of ours; what a participant sent is in none of it. The gate looks all the same. */

export const redactLoadReport = (gate: Gate, { figures, ...window }: LoadReport): LoadReport => ({
  ...redactTold(gate, window),
  figures: redactFigures(gate, figures),
})

export const redactLoadWindow = (gate: Gate, { samples, ...window }: LoadWindow): LoadWindow => ({
  ...redactTold(gate, window),
  samples: samples.map((sample) => redactSample(gate, sample)),
})

const redactTold = <Told extends Omit<LoadWindow, 'samples'>>(gate: Gate, window: Told): Told => ({
  ...window,
  name: gate.own(window.name),
  durationMs: milliseconds(window.durationMs),
  mix: window.mix.map((kind) => ({ ...kind, name: gate.own(kind.name) })),
})

const redactFigures = (gate: Gate, figures: LoadFigures): LoadFigures => ({
  ...figures,
  said: gate.prose(figures.said),
  generator: { ...figures.generator, problems: figures.generator.problems.map((problem) => gate.prose(problem)) },
})

function redactSample(gate: Gate, sample: LoadSample): LoadSample {
  return sample.wrong === undefined ? sample : { ...sample, wrong: gate.prose(sample.wrong) }
}
