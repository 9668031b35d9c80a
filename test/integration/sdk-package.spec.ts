import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { SdkProject } from '../support/sdk-package.js';

const BIN = path.resolve(import.meta.dirname, '../../node_modules/.bin');

describe('The package of the SDK', () => {
  let project: SdkProject;

  beforeAll(() => {
    project = new SdkProject();
  });
  afterAll(() => {
    project.remove();
  });

  const check = (tool: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(path.join(BIN, tool), args, { cwd: project.folder, encoding: 'utf8' });
    return status === 0 ? '' : stdout + stderr;
  };
  const node = (file: string, code: string): unknown => {
    writeFileSync(path.join(project.folder, file), code);
    return JSON.parse(execFileSync(process.execPath, [file], { cwd: project.folder, encoding: 'utf8' })) as unknown;
  };

  it('has types that fit however it is imported', () => {
    expect(check('attw', project.package, '--no-color')).toBe('');
  });

  it('says in package.json what is in it', () => {
    expect(check('publint', project.installed, '--strict')).toBe('');
  });

  it('is the same by import and by require', () => {
    const imported = node(
      'a.mjs',
      `import * as sdk from '@entrepot/sdk'; console.log(JSON.stringify(Object.keys(sdk)))`,
    );
    const required = node('b.cjs', `console.log(JSON.stringify(Object.keys(require('@entrepot/sdk'))))`);
    expect([...(required as string[])].sort()).toEqual([...(imported as string[])].sort());
    expect(imported).toContain('Entrepot');
  });

  it('names its errors the same in both', () => {
    const thrown = `new NotFoundError({ code: 'A.B', errors: [], detail: '' }, { headers: new Headers() }).name`;
    const name = 'NotFoundError';
    expect(node('c.cjs', `const { ${name} } = require('@entrepot/sdk'); console.log(JSON.stringify(${thrown}))`)).toBe(
      name,
    );
    expect(node('d.mjs', `import { ${name} } from '@entrepot/sdk'; console.log(JSON.stringify(${thrown}))`)).toBe(name);
  });

  it('brings its command line and what it says of itself, and neither tests nor notes of the build', () => {
    const files = readdirSync(project.installed, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /spec|testing|tsbuildinfo/.test(file))).toEqual([]);
    expect(existsSync(path.join(project.installed, 'README.md'))).toBe(true);
    const main = path.join(project.installed, 'dist/esm/cli/main.js');
    expect(execFileSync(main, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
