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

/** The measures, one to a row: so the table is as narrow as three networks, on a phone too. */
const measures = [
  ['Symmetric arrows', 'symmetricity'],
  ['Distance irrelevance', 'irrelevance'],
  ['Phases apart, radians', 'phases'],
  ['Variance in products', 'products'],
] as const;

/** A table of the three networks, one to a column. */
export function AuthorsNetworks() {
  return (
    <StoryFigure
      title="Three networks of the authors"
      name="authors-networks"
      caption="Recomputed from the authors’ released weights. Open such a file in “Look inside” (drop it on the page) and see the same numbers."
    >
      <table className="story-table" aria-label="Three networks of the authors">
        <thead>
          <tr>
            <td />
            {networks.map(({ name, about }) => (
              <th key={name} scope="col">
                {name}
                <small>{about}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map(([label, measure]) => (
            <tr key={measure}>
              <th scope="row">{label}</th>
              {networks.map((network) => (
                <td key={network.name}>{network[measure]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </StoryFigure>
  );
}
