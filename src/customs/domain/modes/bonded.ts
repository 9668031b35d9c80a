import { type Step, step } from './mode.js';
import { RETAIL_IMPORT_AFTERWARDS, RETAIL_IMPORT_STEPS } from './retail-import.js';

/** 网购保税: goods wait in a bonded warehouse and are sold from there. */
export const BONDED_IMPORT_STEPS: readonly Step[] = [
  step('declarant', 'Brings the goods into the bonded area, into the account book', '货物入区，记入账册'),
  ...RETAIL_IMPORT_STEPS,
  step('warehouse', 'Reports what entered the area in detail', '传输保税入区明细', '711', '712'),
  ...RETAIL_IMPORT_AFTERWARDS,
];
