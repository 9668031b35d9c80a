import { SAY } from './approvals.sentences.js';
import { AlreadyDecidedError, MakerCannotDecideError, RoleCannotDecideError } from './approval.errors.js';

/** Who would decide. */
export interface Checker {
  readonly id: string;
  readonly roles: readonly string[];
}

export interface Decided {
  readonly userId: string;
}

interface Asked {
  /** Everybody who is behind the command: who gave it, or made the key or client that gave it. */
  readonly makers: readonly string[];
  readonly roles: readonly string[];
  readonly decisions: readonly Decided[];
}

/** @throws MakerCannotDecideError, AlreadyDecidedError, RoleCannotDecideError */
export function assertMayDecide({ id, roles }: Checker, asked: Asked): void {
  if (asked.makers.includes(id)) throw new MakerCannotDecideError(SAY.maker_cannot_decide);
  if (asked.decisions.some(({ userId }) => userId === id)) throw new AlreadyDecidedError(SAY.already_decided);
  if (!roles.some((role) => asked.roles.includes(role))) {
    throw new RoleCannotDecideError(SAY.role_cannot_decide({ roles: asked.roles }), { roles: asked.roles });
  }
}
