/**
 * What a page that embeds a figure and the figure's frame say to each other (README, "Embed"). Both
 * sides check every message with these functions; anything else is ignored. No library: the element's
 * script has to be small.
 */

/** Marks our messages among all that a window gets. */
export const messageSource = 'clock-and-pizza';
/** Raised when an older side would misunderstand a newer one. */
export const contractVersion = 1;

interface Envelope {
  readonly source: typeof messageSource;
  readonly version: typeof contractVersion;
}

const frameStates = [
  'idle',
  'loading',
  'training',
  'replaying',
  'paused',
  'done',
  'failed',
] as const;

/** What a frame does at the moment. */
export type FrameState = (typeof frameStates)[number];

/** Where a frame stands. */
export interface FrameReport {
  readonly state: FrameState;
  /** Step on screen. */
  readonly step: number;
  /** Step at which the run ends. */
  readonly lastStep: number;
  /** learning, pizza, clock, between or non-circular; empty without a network. */
  readonly verdict: string;
  /** Name of the recorded run on screen; empty for a run of this frame. */
  readonly run: string;
  /** Query string that shows the same again. */
  readonly address: string;
}

/** What a frame tells the page around it. */
export type FrameMessage = Envelope &
  (
    | {
        readonly kind: 'ready';
        readonly figure: string;
        readonly title: string;
        readonly language: string;
      }
    | { readonly kind: 'height'; readonly height: number }
    | { readonly kind: 'report'; readonly report: FrameReport }
    | { readonly kind: 'problem'; readonly message: string }
  );

/** What the page around tells a frame. */
export type HostMessage = Envelope &
  (
    | { readonly kind: 'hello' | 'play' | 'pause' | 'train' }
    /** Null follows the newest step. */
    | { readonly kind: 'seek'; readonly step: number | null }
    /** Settings by their names in the address. */
    | { readonly kind: 'settings'; readonly settings: Readonly<Record<string, string>> }
    | { readonly kind: 'theme'; readonly theme: 'auto' | 'light' | 'dark' }
    | { readonly kind: 'language'; readonly language: string }
  );

/** What frames of one page tell each other: one of them trains now. */
export type SiblingMessage = Envelope & { readonly kind: 'sibling-trains' };

/** A message without its envelope. */
export type Body<Message> = Message extends Envelope ? Omit<Message, keyof Envelope> : never;

/** Puts a message into its envelope. */
export function envelope<Kind extends { readonly kind: string }>(body: Kind): Kind & Envelope {
  return { ...body, source: messageSource, version: contractVersion };
}

/** Longest texts that are listened to. */
const longestText = 2000;
const longestSentence = 600;
const mostSettings = 40;
const mostSteps = 1e9;
const tallest = 20_000;

/** True for a message a frame may send. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  if (!isOurs(data)) return false;
  switch (data.kind) {
    case 'ready':
      return [data.figure, data.title, data.language].every((text) => isText(text, 200));
    case 'height':
      return isNumber(data.height, 1, tallest);
    case 'report':
      return isReport(data.report);
    case 'problem':
      return isText(data.message, longestSentence);
    default:
      return false;
  }
}

/** True for a message a page may send to its frame. */
export function isHostMessage(data: unknown): data is HostMessage {
  if (!isOurs(data)) return false;
  switch (data.kind) {
    case 'hello':
    case 'play':
    case 'pause':
    case 'train':
      return true;
    case 'seek':
      return data.step === null || (isNumber(data.step, 0, mostSteps) && data.step % 1 === 0);
    case 'settings':
      return isSettings(data.settings);
    case 'theme':
      return data.theme === 'auto' || data.theme === 'light' || data.theme === 'dark';
    case 'language':
      return isText(data.language, 40);
    default:
      return false;
  }
}

/** True for the message frames of one page send each other. */
export function isSiblingMessage(data: unknown): data is SiblingMessage {
  return isOurs(data) && data.kind === 'sibling-trains';
}

function isOurs(data: unknown): data is Record<string, unknown> {
  return isRecord(data) && data.source === messageSource && data.version === contractVersion;
}

function isReport(report: unknown): report is FrameReport {
  return (
    isRecord(report) &&
    frameStates.includes(report.state as FrameState) &&
    isNumber(report.step, 0, mostSteps) &&
    isNumber(report.lastStep, 0, mostSteps) &&
    isText(report.verdict, 40) &&
    isText(report.run, 40) &&
    isText(report.address, 2 * longestText)
  );
}

function isSettings(settings: unknown): boolean {
  if (!isRecord(settings)) return false;
  const names = Object.keys(settings);
  return (
    names.length <= mostSettings &&
    names.every((name) => name.length <= 40 && isText(settings[name], longestText))
  );
}

/** Messages hold plain objects; of others, such as arrays of millions of bytes, nothing is looked at. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isNumber(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}
