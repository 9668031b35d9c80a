/** `npm run docs:states`: writes the pictures of the state machines into the pages that show them. */
import { readFileSync, writeFileSync } from 'node:fs';

import { DIAGRAMS, withDiagram } from './diagrams.js';

for (const [page, machine] of Object.entries(DIAGRAMS)) {
  writeFileSync(page, withDiagram(readFileSync(page, 'utf8'), machine));
}
