import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type ContractDocument, operationsOf } from './contract-document.js';
import { writeResources } from './write-resources.js';
import { writeSchema } from './write-schema.js';

const FOLDER = 'sdk/src/generated';
const HEADING = '// Written from docs/openapi.json by `npm run sdk:generate`; changed there, not here.\n\n';

/** The generated files of the SDK, by their path in the checkout. */
export async function generatedFiles(root: string): Promise<Readonly<Record<string, string>>> {
  const document = JSON.parse(readFileSync(path.join(root, 'docs/openapi.json'), 'utf8')) as ContractDocument;
  const { version } = JSON.parse(readFileSync(path.join(root, 'sdk/package.json'), 'utf8')) as { version: string };
  const files = {
    'schema.ts': await writeSchema(document),
    'resources.ts': writeResources(document),
    'versions.ts': writeVersions(version, apiVersionOf(document)),
  };
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, HEADING + text]));
}

export async function generate(root: string): Promise<void> {
  mkdirSync(path.join(root, FOLDER), { recursive: true });
  for (const [file, text] of Object.entries(await generatedFiles(root))) writeFileSync(path.join(root, file), text);
}

function writeVersions(sdk: string, api: string): string {
  return [
    `/** Of this package. */\nexport const SDK_VERSION = '${sdk}';\n`,
    `/** Of the API that the types describe. */\nexport const API_VERSION = '${api}';\n`,
  ].join('\n');
}

/** The newest version that requests may ask for. */
function apiVersionOf(document: ContractDocument): string {
  const known = operationsOf(document).flatMap(({ operation }) =>
    (operation.parameters ?? [])
      .filter(({ name }) => name === 'Api-Version')
      .flatMap(({ schema }) => schema?.enum ?? []),
  );
  const newest = [...new Set(known)].sort().at(-1);
  if (newest === undefined) throw new Error('The contract names no version of the API');
  return newest;
}
