import { modesTable } from './modes-table.js';

/** What pages take from the code, by name. */
export const SECTIONS: ReadonlyMap<string, () => string> = new Map([['modes', modesTable]]);
