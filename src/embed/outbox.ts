/** Messages to a frame: kept until it listens. */
import { type Body, envelope, type HostMessage } from './contract.ts';

/** What is said to a frame. */
export class Outbox {
  private isOpen = false;
  private waiting: Body<HostMessage>[] = [];

  /** @param post sends a message to the frame that is there */
  constructor(private readonly post: (message: HostMessage) => void) {}

  /** True while something was said that no frame has heard. */
  get isWaited(): boolean {
    return this.waiting.length > 0;
  }

  say(body: Body<HostMessage>): void {
    if (this.isOpen) this.post(envelope(body) as HostMessage);
    else this.waiting.push(body);
  }

  /** The frame listens from now on. */
  open(): void {
    this.isOpen = true;
    for (const body of this.waiting.splice(0)) this.say(body);
  }

  /** There is no frame that listens any more. */
  close(): void {
    this.isOpen = false;
  }

  forget(): void {
    this.waiting = [];
  }
}
