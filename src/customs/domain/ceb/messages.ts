import { type Message } from './layout.js';
import { EXPORT_LISTS } from './layouts/export-lists.js';
import { EXPORT_RETURNS } from './layouts/export-returns.js';
import { EXPORT_SUMMARIES } from './layouts/export-summaries.js';
import { EXPORT_TRADE } from './layouts/export-trade.js';
import { EXPORT_TRANSPORT } from './layouts/export-transport.js';
import { IMPORT_ENTRIES } from './layouts/import-entries.js';
import { IMPORT_LISTS } from './layouts/import-lists.js';
import { IMPORT_TRADE } from './layouts/import-trade.js';

export const CEB_NAMESPACE = 'http://www.chinaport.gov.cn/ceb';

/** Of the root of each message: lengths as the schema has them. */
export const ROOT_ATTRIBUTES = { guid: { min: 36, max: 36 }, version: { min: 1, max: 10 } } as const;

const BY_NAME: ReadonlyMap<string, Message> = new Map(
  [
    ...EXPORT_TRADE,
    ...EXPORT_LISTS,
    ...EXPORT_TRANSPORT,
    ...EXPORT_RETURNS,
    ...EXPORT_SUMMARIES,
    ...IMPORT_TRADE,
    ...IMPORT_LISTS,
    ...IMPORT_ENTRIES,
  ].map((message) => [message.name, message]),
);

/** Every message of cross-border e-commerce (跨境电商统一版), by the name of its root. */
export const MESSAGE_NAMES: readonly string[] = [...BY_NAME.keys()].sort();

export function messageNamed(name: string): Message | undefined {
  return BY_NAME.get(name);
}

/** Whether customs sends it and not we: such messages say nothing of who transmits them (BaseTransfer). */
export function isReceipt({ fields }: Message): boolean {
  return fields.every(({ name }) => name !== 'BaseTransfer');
}

/** What customs answers a message with: the one of the next number (621 → 622). @returns null where it answers with none */
export function replyTo(name: string): string | null {
  const reply = name.replace(/\d{3}/, (number) => String(Number(number) + 1));
  const message = messageNamed(reply);
  return reply !== name && message !== undefined && isReceipt(message) ? reply : null;
}
