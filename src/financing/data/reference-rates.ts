import { type ReferenceRate } from '../domain/products/price.js';

/**
 * Published rates that a floating price refers to. A new publication is a new row, no code.
 * Source: loan prime rates as the People's Bank of China announces them on the 20th of a month (贷款市场报价利率公告); only the
 * months in which they changed are rows, each holds until the next.
 */
export const REFERENCE_RATES: readonly ReferenceRate[] = [
  { name: 'LPR_1Y', from: '2023-08-21', rate: '0.0345' },
  { name: 'LPR_1Y', from: '2024-07-22', rate: '0.0335' },
  { name: 'LPR_1Y', from: '2024-10-21', rate: '0.0310' },
  { name: 'LPR_1Y', from: '2025-05-20', rate: '0.0300' },
  { name: 'LPR_5Y', from: '2023-06-20', rate: '0.0420' },
  { name: 'LPR_5Y', from: '2024-02-20', rate: '0.0395' },
  { name: 'LPR_5Y', from: '2024-07-22', rate: '0.0385' },
  { name: 'LPR_5Y', from: '2024-10-21', rate: '0.0360' },
  { name: 'LPR_5Y', from: '2025-05-20', rate: '0.0350' },
];
