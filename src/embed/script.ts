/** Entry of the element's script. It may stand on a page twice. */
import { ClockPizzaElement } from './element.ts';

if (customElements.get('clock-pizza') === undefined) {
  customElements.define('clock-pizza', ClockPizzaElement);
}
