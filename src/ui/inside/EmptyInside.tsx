/** What the "Look inside" view will show, before there is a network to look into. */
import { useInspection, usePage, usePageState } from '../hooks/page.ts';

const promises = [
  {
    title: 'Circles, on and off',
    text: 'A network is an ensemble of circles. Keep one alone and see whether it works as a Clock or a Pizza, and which circles help others.',
  },
  {
    title: 'One sum, traced',
    text: 'Choose a and b, turn the hands, and watch every circle vote for an answer until only one is left.',
  },
  {
    title: 'Neurons and numbers',
    text: 'What each neuron listens to, every measure of the paper, and the numbers on which its critics disagree.',
  },
];

/** Three promises and a way to begin. */
export function EmptyInside() {
  const { store, controller } = usePage();
  const empty = useInspection(({ subject }) => subject === undefined);
  const idle = usePageState(({ status }) => status === 'idle');
  if (!empty) return null;
  return (
    <section className="card empty-inside" aria-label="What you will see">
      {promises.map(({ title, text }) => (
        <article key={title}>
          <h3>{title}</h3>
          <p>{text}</p>
        </article>
      ))}
      {idle && (
        <button
          type="button"
          className="primary-button"
          onClick={() => {
            store.setState(({ page }) => ({ page: { ...page, view: 'lab' } }));
            void controller.train();
          }}
        >
          Train a network first
        </button>
      )}
    </section>
  );
}
