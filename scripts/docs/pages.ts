import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { format } from 'prettier';

import { SECTIONS } from './sections.js';

const SECTION = /(<!-- begin:([a-z-]+) -->\n)[\s\S]*?(<!-- end:\2 -->)/g;

/**
 * The pages of docs/ with every section as the code has it now.
 * @param root of the checkout
 * @returns page, such as `docs/customs-modes.md`, and its text
 * @throws Error where a page asks for a section that there is not
 */
export async function writtenAnew(root: string): Promise<ReadonlyMap<string, string>> {
  const pages = globSync('docs/*.md', { cwd: root }).sort();
  const written = pages.map(async (page) => [page, await filled(readFileSync(path.join(root, page), 'utf8'))] as const);
  const texts = await Promise.all(written);
  return new Map(texts.flatMap(([page, text]) => (text === null ? [] : [[page, text]])));
}

/** @returns null for a page without such sections */
async function filled(page: string): Promise<string | null> {
  if (!page.includes('<!-- begin:')) return null;
  const text = page.replace(SECTION, (_all, begin: string, name: string, end: string) => {
    const write = SECTIONS.get(name);
    if (write === undefined) throw new Error(`There is no section ${name}`);
    return `${begin}\n${write()}\n\n${end}`;
  });
  return format(text, { parser: 'markdown', printWidth: 120 });
}
