import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.resolve(import.meta.dirname, '../../src');
/** Rows that are picked, within brackets that name no common table expression. */
const PICKED_IN_A_JOIN = /(?:FROM|USING|JOIN)\s*\(\s*SELECT(?:[^()]|\([^()]*\))*?FOR UPDATE[^()]*\)/;

describe('Statements that take rows', () => {
  it('pick them in a common table expression: a subquery with a limit may be asked again for each row it is joined to', () => {
    const files = globSync('**/*.ts', { cwd: SRC });
    expect(files.length).toBeGreaterThan(100);
    const wrong = files.filter((file) => PICKED_IN_A_JOIN.test(readFileSync(path.join(SRC, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('would be found if they did not', () => {
    const statement = `
      UPDATE a SET b = 1 FROM (SELECT c FROM a WHERE d = ANY($1) AND (e OR f) ORDER BY g LIMIT 5 FOR UPDATE SKIP LOCKED) AS due
      WHERE a.c = due.c`;
    expect(PICKED_IN_A_JOIN.test(statement)).toBe(true);
  });
});
