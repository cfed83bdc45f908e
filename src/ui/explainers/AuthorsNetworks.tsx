/** Three networks of the authors' release, by the numbers both sides of the debate point at. */
import { StoryFigure } from './StoryFigure.tsx';

interface ReleasedNetwork {
  readonly name: string;
  readonly about: string;
  readonly symmetricity: string;
  readonly irrelevance: string;
  /** Median difference of a unit's phases for a and for b, radians. */
  readonly phases: string;
  /** Share of the units' variance in products of a and b. */
  readonly products: string;
}

/** Recomputed from the released weights (README, "How it was checked"). */
const networks: readonly ReleasedNetwork[] = [
  {
    name: 'Model A',
    about: 'attention off: a Pizza',
    symmetricity: '0.994',
    irrelevance: '0.17',
    phases: '0.003',
    products: '0 %',
  },
  {
    name: 'Model B',
    about: 'full attention: a Clock',
    symmetricity: '0.334',
    irrelevance: '0.85',
    phases: '0.010',
    products: '1.7 %',
  },
  {
    name: 'Linear δ',
    about: 'no attention, a and b side by side',
    symmetricity: '0.019',
    irrelevance: '0.93',
    phases: '1.50',
    products: '–',
  },
];

/** A table that can be scrolled sideways where the window is narrow. */
export function AuthorsNetworks() {
  return (
    <StoryFigure
      title="Three networks of the authors"
      caption="Recomputed from the authors’ released weights. Open such a file in “Look inside” (drop it on the page) and see the same numbers."
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it sideways. */}
      <section className="bench-scroll" aria-label="Three networks of the authors" tabIndex={0}>
        <table className="bench-table story-table">
          <thead>
            <tr>
              <th scope="col">Network</th>
              <th scope="col">Symmetric arrows</th>
              <th scope="col">Distance irrelevance</th>
              <th scope="col">Phases apart</th>
              <th scope="col">Products</th>
            </tr>
          </thead>
          <tbody>
            {networks.map((network) => (
              <tr key={network.name}>
                <th scope="row">
                  {network.name}
                  <small>{network.about}</small>
                </th>
                <td>{network.symmetricity}</td>
                <td>{network.irrelevance}</td>
                <td>{network.phases}</td>
                <td>{network.products}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </StoryFigure>
  );
}
