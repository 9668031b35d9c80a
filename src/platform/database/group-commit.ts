import { Injectable } from '@nestjs/common';

import { Gathering } from './gathering.js';
import { type GroupedWork, UnitOfWork } from './unit-of-work.js';

const SIZE_MAX = 8;
/** While some groups wait for the disk others are made ready; more but smaller ones were slower, and so were fewer but larger. */
const AT_ONCE = 4;

interface Member {
  readonly work: GroupedWork<unknown>;
  /** Two works of one key are never in one group: there they would not see each other. */
  readonly key: string;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Puts works of one tenant that come while its last ones are being committed into one transaction: the cost of beginning,
 * of telling the outbox and of waiting for the disk is then shared. Where the database refuses a group, each of its works
 * is run by itself, so that only the one that is at fault fails.
 */
@Injectable()
export class GroupCommit {
  private readonly gathering = new Gathering<Member>({
    sizeMax: SIZE_MAX,
    atOnce: AT_ONCE,
    idOf: ({ key }) => key,
    settle: (_tenantId, group) => this.settle(group),
  });

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param key under which the work may be done once, and may safely be tried again: an idempotency key */
  run<Result>(work: GroupedWork<Result>, key: string): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.gathering.join(work.caller.tenantId, { work, key, resolve, reject });
    });
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
