import { sentenceOf } from './timeline-sentences.js';

const milestone = (classifier: string, retracted = false) => ({
  type: 'freight.shipment.milestone',
  data: { classifier, code: 'DEPA', at: '2026-12-06T18:00:00+08:00', location: 'CNNGB', retracted },
});

describe('A sentence of the timeline', () => {
  it.each([
    ['PLN', 'Departure at CNNGB, planned for 2026-12-06 18:00'],
    ['EST', 'Departure at CNNGB, expected 2026-12-06 18:00'],
    ['ACT', 'Departure at CNNGB: 2026-12-06 18:00'],
  ])('says whether a milestone is %s, with the time of the place', (classifier, sentence) => {
    expect(sentenceOf(milestone(classifier), 'en')).toBe(sentence);
  });

  it('says when the carrier takes a milestone back', () => {
    expect(sentenceOf(milestone('ACT', true), 'en')).toBe('Departure at CNNGB: 2026-12-06 18:00 (taken back)');
  });

  it('names every currency of a freight quote', () => {
    const [usd, cny] = [
      { amount: '2487.00', currency: 'USD' },
      { amount: '1950.00', currency: 'CNY' },
    ];
    const quote = { type: 'freight.quote.given', data: { total: usd, totals: [usd, cny] } };
    expect(sentenceOf(quote, 'en')).toBe('Freight quoted at 2487.00 USD + 1950.00 CNY');
    expect(sentenceOf(quote, 'zh')).toBe('运费报价 2487.00 USD + 1950.00 CNY');
  });

  it('is the name of the event where this version does not know it', () => {
    expect(sentenceOf({ type: 'compliance.screening.hit', data: {} }, 'en')).toBe('compliance.screening.hit');
  });
});
