/** Three networks of the authors' release, by the numbers both sides of the debate point at. */
import english from '../../messages/en/ui/explainers/authors-networks.json';
import { createWords } from '../../messages/words.ts';
import { writeQuoted } from './quoted.ts';
import { StoryFigure } from './StoryFigure.tsx';

const words = createWords('ui/explainers/authors-networks', english);

interface ReleasedNetwork {
  readonly name: string;
  /** Message that says what it is. */
  readonly about: 'modelA' | 'modelB' | 'linearAbout';
  readonly symmetricity: string;
  readonly irrelevance: string;
  /** Median difference of a unit's phases for a and for b, radians. */
  readonly phases: string;
  /** Share of the units' variance in products of a and b, percent; none where it was not measured. */
  readonly products?: string;
}

/** Recomputed from the released weights (README, "How it was checked"). */
const networks: readonly ReleasedNetwork[] = [
  {
    name: 'Model A',
    about: 'modelA',
    symmetricity: '0.994',
    irrelevance: '0.17',
    phases: '0.003',
    products: '0',
  },
  {
    name: 'Model B',
    about: 'modelB',
    symmetricity: '0.334',
    irrelevance: '0.85',
    phases: '0.010',
    products: '1.7',
  },
  {
    get name() {
      return words('linear');
    },
    about: 'linearAbout',
    symmetricity: '0.019',
    irrelevance: '0.93',
    phases: '1.50',
  },
];

/** The measures, one to a row: so the table is as narrow as three networks, on a phone too. */
const measures = ['symmetricity', 'irrelevance', 'phases', 'products'] as const;
type Measure = (typeof measures)[number];

/** What stands in a cell. */
function write(network: ReleasedNetwork, measure: Measure): string {
  const value = network[measure];
  if (value === undefined) return '–';
  const number = writeQuoted(value);
  return measure === 'products' ? words('percent', { number }) : number;
}

/** A table of the three networks, one to a column. */
export function AuthorsNetworks() {
  return (
    <StoryFigure title={words('title')} name="authors-networks" caption={words('caption')} isTable>
      <table className="story-table" aria-label={words('title')}>
        <thead>
          <tr>
            <td />
            {networks.map(({ name, about }) => (
              <th key={about} scope="col">
                {name}
                <small>{words(about)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure}>
              <th scope="row">{words(measure)}</th>
              {networks.map((network) => (
                <td key={network.about}>{write(network, measure)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </StoryFigure>
  );
}
