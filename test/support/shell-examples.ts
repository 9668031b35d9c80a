import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BEGINNING = 'Before you begin';
/** Readers wait a second between two questions. */
const IMPATIENT = 'sleep() { command sleep 0.25; }';

/** What a section of a page has one type into a shell, and what that prints; `…` for what is not the same each time. */
export interface ShellExample {
  readonly heading: string;
  readonly script: string;
  /** What the page has one do first. */
  readonly before: string;
  readonly prints: string;
}

/** The sections of a page that have something to type. */
export function shellExamples(page: string): ShellExample[] {
  const sections = readFileSync(path.join(ROOT, page), 'utf8')
    .split(/^(?=## )/m)
    .map((section) => ({
      heading: /^## (.+)$/m.exec(section)?.[1] ?? '',
      script: blocksOf(section, 'sh'),
      prints: blocksOf(section, ''),
    }))
    .filter(({ script }) => script !== '');
  const before = sections.find(({ heading }) => heading === BEGINNING)?.script ?? '';
  return sections.filter(({ heading }) => heading !== BEGINNING).map((section) => ({ ...section, before }));
}

function blocksOf(section: string, language: string): string {
  const blocks = section.matchAll(/^```(\w*)\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, of, text = '']) => (of === language ? [text] : [])).join('');
}

/** Types it, in a folder of its own. @returns what was printed; what went wrong stands in it */
export async function typed({ before, script }: ShellExample, env: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'example-'));
  const child = spawn(
    'bash',
    ['--norc', '--noprofile', '-euo', 'pipefail', '-c', [IMPATIENT, before, script].join('\n')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: folder,
      env: { PATH: process.env['PATH'], ...env },
      timeout: 60_000,
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  rmSync(folder, { recursive: true });
  return code === 0 ? text : `${text}ended with ${code ?? 'a signal'}\n`;
}

export function printed({ prints }: ShellExample): RegExp {
  const literal = prints.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('…', '.+')}$`);
}
