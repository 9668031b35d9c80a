import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { writtenAnew } from '../../scripts/docs/pages.js';
import { EVENT_CATALOGUE } from '../../src/contracts/events.js';
import { SUBSCRIPTIONS } from '../../src/contracts/subscriptions.js';
import { StateMachine } from '../../src/kernel/state-machine.js';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PAGES = ['README.md', 'sdk/README.md', ...globSync('docs/*.md', { cwd: ROOT })].filter(
  (page) => page !== 'docs/CHANGELOG.md',
);

describe('The pages', () => {
  it('name every event type once in the catalogue, and none that does not exist', () => {
    const catalogue = section('docs/events.md', 'All types');
    const named = [...catalogue.matchAll(/^\| `([a-z_.]+)`/gm)].map(([, type]) => type);
    expect([...named].sort()).toEqual(Object.keys(SUBSCRIPTIONS).sort());
  });

  it('say of each event type what the API says of it', () => {
    const rows = [...section('docs/events.md', 'All types').matchAll(/^\| `([a-z_.]+)` +\| (.+?) +\|$/gm)];
    const told = Object.entries(EVENT_CATALOGUE).map(([type, { says }]) => [type, says.en]);
    expect(rows.map(([, type = '', words = '']) => [type, words]).sort()).toEqual(told.sort());
  });

  it('tell which command raises which event, as the state machines do', async () => {
    const told = section('docs/events.md', 'Which command or answer raises which')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.replace(/\s*\|\s*/g, ' | ').trim());
    expect(told.sort()).toEqual((await transitions()).sort());
  });

  it('have what they take from the code as the code has it: npm run docs', async () => {
    const stale = [...(await writtenAnew(ROOT))].filter(([page, text]) => read(page) !== text);
    expect(stale.map(([page]) => page)).toEqual([]);
  });

  it('link to nothing that is not there', () => {
    const broken = PAGES.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#([^)]+))?\)/g)]
        .filter(([, target = '', heading]) => {
          const file = path.join(path.dirname(page), target);
          if (!existsSync(path.join(ROOT, file))) return true;
          return heading !== undefined && file.endsWith('.md') && !anchors(file).includes(heading);
        })
        .map(([link]) => `${page}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('are all in the index', () => {
    const index = read('docs/README.md');
    expect(
      PAGES.filter(
        (page) => page.startsWith('docs/') && page !== 'docs/README.md' && !index.includes(`(${path.basename(page)})`),
      ),
    ).toEqual([]);
  });

  it('show no npm script that package.json does not have', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unknown = PAGES.flatMap((page) =>
      [...read(page).matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name).filter((name) => !(name in scripts)),
    );
    expect(unknown).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** The text under a heading of the second rank. */
function section(file: string, heading: string): string {
  const [, text = ''] = read(file).split(`\n## ${heading}\n`);
  return text.split('\n## ')[0] ?? '';
}

/** Headings as GitHub links to them. */
function anchors(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

async function transitions(): Promise<string[]> {
  const files = globSync('src/**/{domain,operations,bulk,mandates}/**/*-{status,state}.ts', { cwd: ROOT });
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(path.join(ROOT, file)).href) as Promise<Record<string, unknown>>),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is StateMachine<string, string> => value instanceof StateMachine)
    .flatMap(({ name, table }) =>
      Object.entries(table).flatMap(([command, { from, to, event }]) =>
        event === undefined ? [] : [`| \`${event}\` | ${name} | ${command} | ${from.join(', ')} | ${to} |`],
      ),
    );
}
