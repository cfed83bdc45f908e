/** The line figures: a run over its steps, its path to a verdict, and the timeline. */

export { createAccuracyFigure } from './accuracy-figure.ts';
export type { CurveOptions, HistoryPoint, Milestone, RunHistory } from './curves/history.ts';
export { createLossFigure } from './loss-figure.ts';
export { createMeasuresFigure } from './measures-figure.ts';
export { createTimelineFigure, type TimelineOptions } from './timeline-figure.ts';
export { createVerdictPlane } from './verdict-plane.ts';
