import { MESSAGE_PARTS } from '../../src/customs/domain/message-parts.js';

/** One table per part of the message: its elements, whether each is needed, and how long it may be. */
export function messagePartsTables(): string {
  return [...MESSAGE_PARTS.values()]
    .flatMap(({ name, en, zh, most, isOfItem, fields }) => [
      `### ${name}`,
      '',
      `${en}, ${zh}. ${isOfItem ? 'Of an item: give `itemNumber`.' : 'Of the declaration.'}${most === null ? '' : ` At most ${most}.`}`,
      '',
      '| element | | | needed | longest |',
      '|---|---|---|---|---|',
      ...fields.map(
        (field) => `| \`${field.name}\` | ${field.en} | ${field.zh} | ${field.isNeeded ? 'yes' : ''} | ${field.max} |`,
      ),
      '',
    ])
    .join('\n');
}
