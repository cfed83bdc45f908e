import { describe, expect, it } from 'vitest';
import {
  addressOfAnalysis,
  addressOfAnalysisTable,
  isAnalysisDocument,
  isAnalysisTable,
} from '../../src/formats/analysis-file.ts';
import { architectureOf } from '../../src/model/configuration.ts';
import { smallConfiguration } from '../support/networks.ts';
import { refusalOf } from './support/messages.ts';

const configuration = smallConfiguration({ attentionRate: 0.5, separateEmbeddings: true });
const document = { layout: 'trained on this page', configuration, step: 30, circles: [] };

describe('measures of one network', () => {
  it('say where the page shows it', () => {
    const address = 'https://example.org/?p=7&view=inside&step=30';
    expect(isAnalysisDocument(document)).toBe(true);
    expect(addressOfAnalysis({ address, ...document })).toBe(address);
    expect(isAnalysisTable(['subject', 'measure', 'value'])).toBe(true);
    expect(addressOfAnalysisTable(`subject,measure,value\r\nnetwork,address,${address}\r\n`)).toBe(
      address,
    );
  });

  it('of before they said so have settings and a step', () => {
    const query = new URLSearchParams(addressOfAnalysis(document));
    expect(Object.fromEntries(query)).toMatchObject({
      view: 'inside',
      attention: '0.5',
      separate: '1',
      step: '30',
    });
  });

  it('of a checkpoint from elsewhere do not say', () => {
    const stranger = { ...document, configuration: architectureOf(configuration) };
    for (const read of [
      () => addressOfAnalysis(stranger),
      () => addressOfAnalysis({ ...document, step: null }),
      () => addressOfAnalysis(null),
      () => addressOfAnalysisTable('subject,measure,value\r\nnetwork,step,30\r\n'),
    ]) {
      expect(refusalOf(read)).toMatch(/does not say which run/);
    }
  });

  it('are no other file', () => {
    expect(isAnalysisDocument({ d_model: 128 })).toBe(false);
    expect(isAnalysisDocument(null)).toBe(false);
    expect(isAnalysisTable(['subject', 'measure'])).toBe(false);
  });
});
