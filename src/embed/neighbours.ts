/** All embeds of a page: their messages, and that only one of them trains. */
import { type FrameMessage, isFrameMessage } from './contract.ts';

/** What is asked of an embed here. */
export interface Neighbour {
  /** Window of its frame, once there is one. */
  readonly frameWindow: Window | null;
  /** Origin its frame is from. */
  readonly origin: string;
  /** True when it may train beside others. */
  readonly together: boolean;
  hear(message: FrameMessage): void;
  /** Its frame speaks from another origin, and is not listened to. */
  misplaced(origin: string): void;
  pause(): void;
}

const neighbours = new Set<Neighbour>();
/** Windows of frames that train. */
const training = new WeakSet<MessageEventSource>();

/** Listens for an embed. @returns a function that ends it */
export function join(neighbour: Neighbour): () => void {
  if (neighbours.size === 0) window.addEventListener('message', listen);
  neighbours.add(neighbour);
  return () => {
    neighbours.delete(neighbour);
    if (neighbours.size === 0) window.removeEventListener('message', listen);
  };
}

/** Where the message came from decides whom it is of; whatever says otherwise is not listened to. */
function listen({ data, origin, source }: MessageEvent<unknown>): void {
  const own = [...neighbours].filter((neighbour) => neighbour.origin === origin);
  for (const neighbour of neighbours) {
    const isOther = neighbour.frameWindow === source && neighbour.origin !== origin;
    if (isOther && isFrameMessage(data) && data.kind === 'ready') neighbour.misplaced(origin);
  }
  if (source === null || own.length === 0 || !isFrameMessage(data)) return;
  const sender = own.find(({ frameWindow }) => frameWindow === source);
  sender?.hear(data);
  if (data.kind !== 'report') return;
  // Only the beginning counts: later reports of a frame may cross with its being paused.
  const begins = data.report.state === 'training' && !training.has(source);
  if (data.report.state === 'training') training.add(source);
  else training.delete(source);
  if (!begins || sender?.together === true) return;
  // A frame that somebody put there without the element counts too.
  for (const other of own) if (other !== sender && !other.together) other.pause();
}
