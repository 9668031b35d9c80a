import { type LocalDate } from '../../kernel/local-date.js';

interface Zone {
  readonly validFrom: LocalDate;
  readonly countries: readonly string[];
}

/**
 * Where goods fall under the EU's Import Control System 2. By sea from its third release on.
 * Source: Commission Implementing Decision (EU) 2023/2879, maritime carriers from 2024-06-03; customs territory of the Union
 * (Regulation (EU) No 952/2013 art. 4) with Norway and Switzerland by their agreements. Northern Ireland has no country code of
 * its own (`XI`) and is told by the shipper.
 */
const ICS2: readonly Zone[] = [
  {
    validFrom: '2024-06-03',
    countries: [
      ...[
        'AT',
        'BE',
        'BG',
        'CY',
        'CZ',
        'DE',
        'DK',
        'EE',
        'ES',
        'FI',
        'FR',
        'GR',
        'HR',
        'HU',
        'IE',
        'IT',
        'LT',
        'LU',
        'LV',
      ],
      ...['MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'NO', 'CH', 'LI', 'XI'],
    ],
  },
];

export function isInIcs2Zone(country: string, on: LocalDate): boolean {
  const zone = ICS2.findLast(({ validFrom }) => validFrom <= on);
  return zone?.countries.includes(country) ?? false;
}
