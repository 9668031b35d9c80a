import { type GivenPart, messagePart, PART_NAMES } from '../domain/message-parts.js';

/** Elements that take no other word than one like this. */
const WORDS: Readonly<Record<string, string>> = {
  Attachment: 'iVBORw0K',
  CertType: 'Y14',
  EdocCode: '00000001',
  EdocFomatType: 'US',
  EdocOwnerCode: '3302961234',
  SignTime: '20261124094905',
};

/** One of each part, on the first item where it belongs to one; a vehicle and its licence go together. For tests. */
export const EVERY_PART: readonly GivenPart[] = PART_NAMES.map((part) => {
  const { fields, isOfItem } = messagePart(part);
  return {
    part,
    itemNumber: isOfItem ? 1 : null,
    fields: Object.fromEntries(fields.map(({ name }) => [name, WORDS[name] ?? '1'])),
  };
});
