/** `npm run docs`: writes anew what the pages of docs/ take from the code, between `<!-- begin:NAME -->` and its end. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { writtenAnew } from './pages.js';

for (const [page, text] of await writtenAnew(process.cwd())) writeFileSync(path.join(process.cwd(), page), text);
