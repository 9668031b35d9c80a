import { AlreadyDecidedError, MakerCannotDecideError, RoleCannotDecideError } from './approval.errors.js';
import { assertMayDecide } from './eligibility.js';

const ASKED = { makers: ['maker', 'key-maker'], roles: ['approver', 'owner'], decisions: [{ userId: 'first' }] };

describe('Who may decide', () => {
  it.each([
    ['somebody else who has the role', 'other', ['approver'], null],
    ['somebody else with one of several roles', 'other', ['viewer', 'owner'], null],
    ['who gave the command', 'maker', ['approver'], MakerCannotDecideError],
    ['who gave it, though an owner', 'maker', ['owner', 'approver'], MakerCannotDecideError],
    ['who made the key that gave it', 'key-maker', ['approver'], MakerCannotDecideError],
    ['who has approved already', 'first', ['approver'], AlreadyDecidedError],
    ['who has another role', 'other', ['finance'], RoleCannotDecideError],
    ['who has no role any more', 'other', [], RoleCannotDecideError],
  ])('%s: %s %j', (_who, id, roles, refusal) => {
    const decide = (): void => {
      assertMayDecide({ id, roles }, ASKED);
    };
    if (refusal === null) expect(decide).not.toThrow();
    else expect(decide).toThrow(refusal);
  });
});
