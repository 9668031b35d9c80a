import { readFileSync } from 'node:fs';
import path from 'node:path';

import { NODE_FLAGS } from '../../scripts/services/index.js';
import { readConfig } from '../../src/platform/config/app-config.js';
import { readConfig as readSandboxConfig } from '../../src/sandbox/config.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const OF_THE_OWNER = ['ADMIN_DATABASE_URL', 'API_DATABASE_URL', 'WORKER_DATABASE_URL'];
/** Passwords that docker-compose.yml puts into URLs. */
const OF_COMPOSE = ['POSTGRES_PASSWORD', 'API_DATABASE_PASSWORD', 'WORKER_DATABASE_PASSWORD', 'REDIS_PASSWORD'];

const platform = namesReadBy(readConfig);
const sandbox = namesReadBy(readSandboxConfig);
const example = readFileSync(path.join(ROOT, '.env.example'), 'utf8');
const assigned = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const);
const inExample = assigned.map(([name]) => name);
const fileText = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');
/** With each list on one line. */
const flat = (text: string): string => text.replaceAll(/\[\s[^\]]*\]/g, (list) => list.replaceAll(/\s+/g, ' '));
const compose = fileText('docker-compose.yml');

describe('A process of the platform', () => {
  it.each(['main.js', 'worker.js', 'sandbox/main.js'])('is started with the same flags everywhere: %s', (file) => {
    const starts = ['package.json', 'docker-compose.yml', 'Dockerfile']
      .flatMap((name) => flat(fileText(name)).split('\n'))
      .filter((line) => line.includes(`dist/src/${file}`) && /node|CMD/.test(line));
    expect(starts.length).toBeGreaterThanOrEqual(2);
    for (const start of starts) {
      expect(start.match(/--(import|min|max)[\w=./-]+/g)).toEqual(NODE_FLAGS);
    }
  });
});

describe('The environment', () => {
  it('is in .env.example, every variable once and none that nobody reads', () => {
    expect([...inExample].sort()).toEqual(
      [...new Set([...platform, ...sandbox, ...OF_THE_OWNER, ...OF_COMPOSE])].sort(),
    );
  });

  it('has defaults of the platform in .env.example, so that copying the file changes nothing', () => {
    const copied = Object.fromEntries<string>(assigned);
    const needed = {
      DATABASE_URL: 'postgresql://127.0.0.1/entrepot',
      ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
    };
    expect(readConfig({ ...copied, ...needed })).toEqual(readConfig(needed));
  });

  it('stands in the README as it stands in .env.example', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8').split('\n## Configuration\n')[1] ?? '';
    const told = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (?:`(.*?)`)? *\|/gm)].map(([, name, value = '']) => [
      name,
      value,
    ]);
    expect(told).toEqual(assigned);
  });

  it('of the api is complete in docker-compose.yml', () => {
    const given = new Set([...compose.matchAll(/^ +([A-Z_]+): /gm)].map(([, name]) => name));
    expect([...platform, ...sandbox].filter((name) => !given.has(name))).toEqual([]);
  });

  it('that is wrong is answered with one message that names every fault', () => {
    const wrong = {
      NODE_ENV: 'staging',
      PORT: 'http',
      REDIS_URL: 'localhost',
      ENCRYPTION_KEY: 'short',
      TRUSTED_PROXIES: '10.0.0.0/33',
    };
    const start = () => readConfig(wrong);
    for (const name of ['DATABASE_URL', ...Object.keys(wrong)]) expect(start).toThrow(name);
  });
});

/** What a configuration asks for, development and production together. */
function namesReadBy(read: (env: Record<string, string | undefined>) => unknown): readonly string[] {
  const names = new Set<string>();
  for (const environment of ['development', 'production']) {
    const env = new Proxy<Record<string, string | undefined>>(
      {},
      {
        get: (_target, name) => {
          names.add(String(name));
          return name === 'NODE_ENV' ? environment : undefined;
        },
      },
    );
    try {
      read(env);
    } catch {
      // An empty environment lacks what is required; the names were asked for all the same.
    }
  }
  return [...names];
}
