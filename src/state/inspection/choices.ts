/** What the visitor picks in an analysed network: circles, a pair, a neuron. The last pick wins. */
import { fittingPair, type Pair } from '../inspection.ts';
import type { InspectionDesk } from './desk.ts';

/** Picks of one page. */
export class Choices {
  private readonly asked = { kept: 0, pair: 0, neuron: 0 };

  constructor(private readonly desk: InspectionDesk) {}

  /** Keeps only these frequencies; what remained before stays on screen until it is known. */
  async keep(kept: readonly number[]): Promise<void> {
    const { desk } = this;
    const own = ++this.asked.kept;
    const { subject } = desk.present;
    desk.change({ kept });
    if (desk.present.phase !== 'ready') return;
    const reply = await desk.handle().remaining(kept);
    if (own !== this.asked.kept || desk.present.subject !== subject) return;
    if (reply.ok) desk.change({ remaining: reply.value });
    else desk.say(reply.message);
  }

  async choosePair(wanted: Pair): Promise<void> {
    const { desk } = this;
    desk.store.setState(({ page }) => ({ page: { ...page, pair: wanted } }));
    const { subject, inspection, phase } = desk.present;
    if (subject === undefined || inspection === undefined || phase !== 'ready') return;
    const own = ++this.asked.pair;
    const { a, b } = fittingPair(wanted, subject.summary.configuration.p);
    const reply = await desk.handle().pair(a, b);
    if (own !== this.asked.pair || desk.present.inspection !== inspection) return;
    if (reply.ok) desk.change({ votes: reply.value });
    else desk.say(reply.message);
  }

  async chooseNeuron(index: number): Promise<void> {
    const { desk } = this;
    const { inspection, phase } = desk.present;
    if (inspection === undefined || phase !== 'ready') return;
    const own = ++this.asked.neuron;
    const reply = await desk.handle().neuron(index);
    if (own !== this.asked.neuron || desk.present.inspection !== inspection) return;
    if (reply.ok) desk.change({ neuron: { index, values: reply.value } });
    else desk.say(reply.message);
  }
}
