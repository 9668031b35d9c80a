import { type StateMachine } from '../../src/kernel/state-machine.js';
import { DECLARATION_MACHINE } from '../../src/customs/domain/declaration-status.js';
import { REQUEST_MACHINE } from '../../src/customs/domain/declaration-request-status.js';

/** The pages that show the life of something, and what they show. */
export const DIAGRAMS: Readonly<Record<string, StateMachine<string, string>>> = {
  'docs/customs.md': DECLARATION_MACHINE,
  'docs/customs-requests.md': REQUEST_MACHINE,
};

const BEGIN = '<!-- states: written by npm run docs:states -->';
const END = '<!-- /states -->';

/** The machine as a Mermaid diagram, one arrow for each pair of states, with the commands on it. */
export function diagramOf(machine: StateMachine<string, string>): string {
  const arrows = new Map<string, string[]>();
  for (const from of machine.states) {
    for (const command of machine.commands.filter((each) => machine.allows(from, each))) {
      const to = machine.table[command]?.to ?? from;
      const arrow = `${from} --> ${to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), command]);
    }
  }
  const [first = ''] = machine.states;
  const ends = machine.states.filter((state) => machine.isFinal(state)).map((state) => `${state} --> [*]`);
  const lines = [
    `[*] --> ${first}`,
    ...[...arrows].map(([arrow, commands]) => `${arrow} : ${commands.join(', ')}`),
    ...ends,
  ];
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

/** The page with the diagram in its place. @throws Error where the page has no place for it */
export function withDiagram(page: string, machine: StateMachine<string, string>): string {
  const [before, rest] = page.split(`${BEGIN}\n`);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined) throw new Error(`A page has no ${BEGIN} … ${END}`);
  return `${before}${BEGIN}\n\n${diagramOf(machine)}\n\n${END}${after}`;
}
