import { readFileSync } from 'node:fs';
import path from 'node:path';

import { diagramOf, DIAGRAMS, withDiagram } from '../../scripts/states/diagrams.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('The pictures of state machines', () => {
  it.each(Object.entries(DIAGRAMS))('in %s are what the machine is (npm run docs:states)', (page, machine) => {
    const text = readFileSync(path.join(ROOT, page), 'utf8');
    expect(withDiagram(text, machine)).toBe(text);
  });

  it('show every state and every command', () => {
    for (const machine of Object.values(DIAGRAMS)) {
      const picture = diagramOf(machine);
      for (const word of [...machine.states, ...machine.commands]) expect(picture).toMatch(new RegExp(`\\b${word}\\b`));
    }
  });

  it('have a place on their pages', () => {
    const [machine] = Object.values(DIAGRAMS);
    if (machine === undefined) throw new Error('There is no picture');
    expect(() => withDiagram('# A page without one', machine)).toThrow('has no');
  });
});
