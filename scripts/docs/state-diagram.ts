import { type StateMachine } from '../../src/kernel/state-machine.js';

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
