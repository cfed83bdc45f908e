/** Messages to a frame: kept until it listens; many settings in one go are one message. */
import { type Body, envelope, type HostMessage } from './contract.ts';

/** What is said to a frame. */
export class Outbox {
  private isOpen = false;
  private waiting: Body<HostMessage>[] = [];
  private gathered: Record<string, string> | undefined;
  private lastTheme = '';

  /** @param post sends a message to the frame that is there */
  constructor(private readonly post: (message: HostMessage) => void) {}

  /** True while something was said that no frame has heard. */
  get isWaited(): boolean {
    return this.waiting.length > 0;
  }

  say(body: Body<HostMessage>): void {
    if (body.kind === 'settings') {
      this.gather(body.settings);
      return;
    }
    if (body.kind === 'theme') {
      if (body.theme === this.lastTheme) return;
      this.lastTheme = body.theme;
    }
    // What was set before counts before.
    this.sendSettings();
    this.send(body);
  }

  /** The frame listens from now on. @param theme it was made with */
  open(theme: string): void {
    this.isOpen = true;
    this.lastTheme = theme;
    for (const body of this.waiting.splice(0)) this.send(body);
  }

  /** There is no frame that listens any more. */
  close(): void {
    this.isOpen = false;
  }

  forget(): void {
    this.waiting = [];
    this.gathered = undefined;
  }

  private gather(settings: Readonly<Record<string, string>>): void {
    if (this.gathered === undefined) setTimeout(() => this.sendSettings());
    this.gathered = { ...this.gathered, ...settings };
  }

  private sendSettings(): void {
    const settings = this.gathered;
    if (settings === undefined) return;
    this.gathered = undefined;
    this.send({ kind: 'settings', settings });
  }

  private send(body: Body<HostMessage>): void {
    if (this.isOpen) this.post(envelope(body) as HostMessage);
    else this.waiting.push(body);
  }
}
