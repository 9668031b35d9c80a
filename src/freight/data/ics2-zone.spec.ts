import { isInIcs2Zone } from './ics2-zone.js';

describe('The zone of ICS2, by sea', () => {
  it.each([
    ['DE', '2026-12-05', true, 'within the Union'],
    ['CH', '2026-12-05', true, 'by agreement'],
    ['DE', '2024-06-02', false, 'the day before its third release'],
    ['US', '2026-12-05', false, 'elsewhere'],
  ])('%s on %s: %s, %s', (country, on, isIn) => {
    expect(isInIcs2Zone(country, on)).toBe(isIn);
  });
});
