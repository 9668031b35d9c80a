import { type Scorecard } from '../domain/score/scorecard.js';

/**
 * How exporters are scored, by date. A new scorecard is a new row; none is ever changed or taken away, for scores name theirs.
 * What is scored follows what banks ask of data loans to exporters (twelve months of exports, receipts and refunds); weights and
 * bounds are the platform's own expert judgement, to be replaced by a lender's once it has losses to fit them to.
 */
export const SCORECARDS: readonly Scorecard[] = [
  {
    version: '2026-01',
    validFrom: '2000-01-01',
    source:
      'Expert scorecard of the platform; attributes as in bank loans on export data (twelve months of exports, receipts, refunds)',
    attributes: [
      {
        name: 'export_orders',
        better: 'more',
        unknown: 0,
        bands: [
          { bound: '100', points: 100 },
          { bound: '50', points: 85 },
          { bound: '20', points: 65 },
          { bound: '10', points: 45 },
          { bound: '3', points: 25 },
          { bound: '1', points: 10 },
        ],
      },
      {
        name: 'export_value',
        better: 'more',
        unknown: 0,
        bands: [
          { bound: '20000000', points: 150 },
          { bound: '5000000', points: 120 },
          { bound: '1000000', points: 90 },
          { bound: '300000', points: 50 },
          { bound: '50000', points: 20 },
        ],
      },
      {
        name: 'record_months',
        better: 'more',
        unknown: 0,
        bands: [
          { bound: '36', points: 100 },
          { bound: '24', points: 80 },
          { bound: '12', points: 60 },
          { bound: '6', points: 30 },
          { bound: '3', points: 10 },
        ],
      },
      {
        name: 'refund_success',
        better: 'more',
        unknown: 40,
        bands: [
          { bound: '0.99', points: 130 },
          { bound: '0.95', points: 100 },
          { bound: '0.90', points: 60 },
          { bound: '0.75', points: 20 },
        ],
      },
      {
        name: 'refund_queries',
        better: 'less',
        unknown: 15,
        bands: [
          { bound: '0', points: 40 },
          { bound: '0.05', points: 30 },
          { bound: '0.15', points: 15 },
        ],
      },
      {
        name: 'refund_days',
        better: 'less',
        unknown: 10,
        bands: [
          { bound: '15', points: 30 },
          { bound: '30', points: 20 },
          { bound: '60', points: 10 },
        ],
      },
      {
        name: 'punctuality',
        better: 'more',
        unknown: 50,
        bands: [
          { bound: '0.98', points: 200 },
          { bound: '0.90', points: 160 },
          { bound: '0.80', points: 110 },
          { bound: '0.60', points: 50 },
        ],
      },
      {
        name: 'receivables_late',
        better: 'less',
        unknown: 30,
        bands: [
          { bound: '0', points: 90 },
          { bound: '0.05', points: 70 },
          { bound: '0.15', points: 40 },
          { bound: '0.30', points: 15 },
        ],
      },
      {
        name: 'largest_buyer',
        better: 'less',
        unknown: 15,
        bands: [
          { bound: '0.30', points: 60 },
          { bound: '0.50', points: 45 },
          { bound: '0.75', points: 20 },
          { bound: '0.90', points: 10 },
        ],
      },
      {
        name: 'disputes',
        better: 'less',
        unknown: 30,
        bands: [
          { bound: '0', points: 50 },
          { bound: '1', points: 25 },
          { bound: '3', points: 10 },
        ],
      },
      {
        name: 'screening',
        better: 'more',
        unknown: 30,
        bands: [
          { bound: '2', points: 50 },
          { bound: '1', points: 20 },
        ],
      },
    ],
    grades: [
      { grade: 'A', from: 800, limitFactor: '1' },
      { grade: 'B', from: 650, limitFactor: '0.8' },
      { grade: 'C', from: 500, limitFactor: '0.5' },
      { grade: 'D', from: 350, limitFactor: '0.25' },
      { grade: 'E', from: 0, limitFactor: '0' },
    ],
    hitMax: 199,
    knownMin: 6,
    graceDays: 15,
    paidFully: '0.995',
  },
];
