import { GuaranteeGroupDetailsDto } from './dto/guarantee-group.dto.js';

export const PARTY_ID = 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb';

/** A member as it is stated. */
export const CANDIDATE = {
  partyId: PARTY_ID,
  limit: { amount: '500000.00', currency: 'CNY' },
  establishedOn: '2019-05-20',
  lastResult: { year: 2025, outcome: 'profit' },
  membership: { kind: 'gold_supplier', since: '2022-03-01' },
  owners: [{ holder: '张示例', share: '1' }],
};

export const GROUP_ID = {
  name: 'id',
  description: 'Id of the guarantee group',
  schema: { type: 'string', maxLength: 40, example: 'ggp_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** A command on a group, which answers the group. */
export const OF_GROUP = {
  scope: 'financing:write',
  answers: GuaranteeGroupDetailsDto,
  idempotencyKey: 'required',
  ifMatch: 'optional',
  byId: true,
} as const;
