import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const fileOf = (name: string): string =>
  path.join(process.env['REFERENCE_DATA_DIR'] ?? '/nowhere', `dcsa/openapi/${name}.yaml`);

/** `describe` where the published contract is on this machine, else a visible skip. */
export function whereGiven(name: string): typeof describe {
  return existsSync(fileOf(name)) ? describe : describe.skip;
}

/** Holds messages against the schemas of a published contract. */
export function publishedSchema(name: string): (schema: string, message: unknown) => readonly unknown[] {
  let ajv: Ajv2020 | undefined;
  return (schema, message) => {
    if (ajv === undefined) {
      ajv = new Ajv2020({ strict: false, allErrors: true });
      (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
      ajv.addSchema(readYaml(fileOf(name)), 'published');
    }
    const validate = ajv.compile({ $ref: `published#/components/schemas/${schema}` });
    validate(message);
    return validate.errors ?? [];
  };
}

/** The YAML reader that comes with the documentation of our own API; 3.0 keeps `exclusiveMinimum: true` beside its bound. */
function readYaml(file: string): object {
  const swagger = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'));
  const { load } = swagger('js-yaml') as { load: (text: string) => object };
  const text = readFileSync(file, 'utf8').replaceAll(
    /minimum: (\d+)\n(\s+)exclusiveMinimum: true/g,
    'exclusiveMinimum: $1',
  );
  return load(text.replaceAll(/^\s*exclusiveMinimum: true\n/gm, ''));
}
