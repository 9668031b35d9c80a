import fc from 'fast-check';

import { greatCircleKm, nearestPlaces } from './places.js';

const PLACES = [
  { code: 'CNNGB', name: 'Ningbo' },
  { code: 'CNSHA', name: 'Shanghai' },
  { code: 'DEHAM', name: 'Hamburg' },
  { code: 'DEDUI', name: 'Duisburg' },
  { code: 'CNTAO', name: 'Qingdao' },
];

describe('Places that somebody may have meant', () => {
  it.each([
    ['CNNGP', 'CNNGB'],
    ['DEHMA', 'DEHAM'],
    ['Ningpo', 'CNNGB'],
    ['shanghi', 'CNSHA'],
    ['Hamb', 'DEHAM'],
    ['Tsingdao', 'CNTAO'],
  ])('%s is %s', (written, code) => {
    expect(nearestPlaces(written, PLACES)[0]?.code).toBe(code);
  });

  it('are none for what is like nothing', () => {
    expect(nearestPlaces('XXQQWWZZKK', PLACES)).toEqual([]);
    expect(nearestPlaces('港口', PLACES)).toEqual([]);
  });

  it('are found for any one letter that is wrong', () => {
    const place = fc.constantFrom(...PLACES);
    const slip = fc.tuple(place, fc.nat(4), fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ'));
    fc.assert(
      fc.property(slip, ([{ code }, at, letter]) => {
        const written = `${code.slice(0, at)}${letter}${code.slice(at + 1)}`;
        expect(nearestPlaces(written, PLACES).map((found) => found.code)).toContain(code);
      }),
    );
  });
});

describe('The great circle', () => {
  it('from Shanghai to Los Angeles is about 10,440 km', () => {
    const [shanghai, losAngeles] = [
      { latitude: 31.23, longitude: 121.47 },
      { latitude: 34.05, longitude: -118.24 },
    ];
    expect(Math.abs(greatCircleKm(shanghai, losAngeles) - 10_440)).toBeLessThan(30);
  });
});
