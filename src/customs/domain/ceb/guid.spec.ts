import fc from 'fast-check';

import { newId } from '../../../kernel/ids.js';
import { CEB_RECORDS_MAX, guidOfMessage, messageGuid, recordGuid } from './guid.js';

describe('Guids of messages and records', () => {
  it('are 36 characters, and a record leads back to its message whoever writes it in what case', () => {
    fc.assert(
      fc.property(fc.nat(CEB_RECORDS_MAX - 1), (place) => {
        const guid = messageGuid(newId());
        const record = recordGuid(guid, place);
        expect([guid.length, record.length]).toEqual([36, 36]);
        expect([guidOfMessage(record), guidOfMessage(record.toLowerCase())]).toEqual([guid, guid]);
      }),
    );
  });

  it('are different for the records of a message, and none is that of the message', () => {
    const guid = messageGuid(newId());
    const all = Array.from({ length: CEB_RECORDS_MAX }, (_each, place) => recordGuid(guid, place));
    expect(new Set([guid, ...all]).size).toBe(CEB_RECORDS_MAX + 1);
    expect(recordGuid('0197DB4E-5C2F-7B60-9A1D-3E57C1F80000', 99)).toBe('0197DB4E-5C2F-7B60-9A1D-3E57C1F80064');
  });

  it('of others lead nowhere', () => {
    expect(['', 'x'.repeat(36), '4CDE1CFD-EDED-46B1-946C'].map(guidOfMessage)).toEqual([null, null, null]);
  });
});
