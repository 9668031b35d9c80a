import { Injectable } from '@nestjs/common';

import { type GroupedWork, UnitOfWork } from './unit-of-work.js';

/** Larger groups gain little more and make the first wait for the last. */
const GROUP_MAX = 16;
/** While one group waits for the disk another may be made ready. */
const GROUPS_AT_ONCE = 2;

interface Member {
  readonly work: GroupedWork<unknown>;
  /** Two works of one key are never in one group: there they would not see each other. */
  readonly key: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Line {
  waiting: Member[];
  underWay: number;
}

/**
 * Puts works of one tenant that come while its last ones are being committed into one transaction: the cost of beginning,
 * of telling the outbox and of waiting for the disk is then shared. Who comes alone does not wait. Where the database
 * refuses a group, each of its works is run by itself, so that only the one that is at fault fails.
 */
@Injectable()
export class GroupCommit {
  private readonly lines = new Map<string, Line>();

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param key under which the work may be done once, and may safely be tried again: an idempotency key */
  run<Result>(work: GroupedWork<Result>, key: string): Promise<Result> {
    const { tenantId } = work.caller;
    let line = this.lines.get(tenantId);
    if (line === undefined) {
      line = { waiting: [], underWay: 0 };
      this.lines.set(tenantId, line);
    }
    const { waiting } = line;
    return new Promise<Result>((resolve, reject) => {
      waiting.push({ work, key, resolve, reject });
      this.pull(tenantId, line);
    });
  }

  private pull(tenantId: string, line: Line): void {
    while (line.underWay < GROUPS_AT_ONCE && line.waiting.length > 0) {
      const group = takeGroup(line);
      line.underWay += 1;
      void this.settle(group).finally(() => {
        line.underWay -= 1;
        if (line.waiting.length > 0) this.pull(tenantId, line);
        else if (line.underWay === 0) this.lines.delete(tenantId);
      });
    }
  }

  private async settle(group: readonly Member[]): Promise<void> {
    try {
      const outcomes = await this.unitOfWork.runAll(group.map(({ work }) => work));
      outcomes.forEach((outcome, index) => {
        if (outcome.status === 'fulfilled') group[index]?.resolve(outcome.value as never);
        else group[index]?.reject(outcome.reason);
      });
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else await Promise.all(group.map((member) => this.settle([member])));
    }
  }
}

/** The first that wait, each key once; who is left keeps its place. */
function takeGroup(line: Line): Member[] {
  const group = new Map<string, Member>();
  const left: Member[] = [];
  for (const member of line.waiting) {
    if (group.size < GROUP_MAX && !group.has(member.key)) group.set(member.key, member);
    else left.push(member);
  }
  line.waiting = left;
  return [...group.values()];
}
