import { type Detail, type Details } from '../domain/message-details.js';
import { type MessageJson } from './customs-window.port.js';
import { type Values } from './dec-writer.js';

export type Leaf = (name: string) => string;

/** What is given of the elements, without what is written anyway. */
export function detailsOf(row: MessageJson, known: readonly Detail[], written: Values = {}): Details {
  const value = leaf(row);
  const values = known.map(({ name }) => [name, value(name)] as const);
  return Object.fromEntries(values.filter(([name, text]) => text !== '' && text !== written[name]?.text));
}

export function leaf(row: MessageJson): Leaf {
  return (name) => {
    const value = row[name];
    return typeof value === 'string' ? value.trim() : '';
  };
}

export function rows(message: MessageJson, name: string): readonly MessageJson[] {
  const value = message[name];
  return Array.isArray(value) ? (value as readonly MessageJson[]) : [];
}

export function part(message: MessageJson, name: string): MessageJson {
  const value = message[name];
  return typeof value === 'object' && !Array.isArray(value) ? (value as MessageJson) : {};
}
