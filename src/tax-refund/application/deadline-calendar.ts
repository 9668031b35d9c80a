import { Injectable } from '@nestjs/common';

import { publicId } from '../../kernel/ids.js';
import { calendarDay, calendarHead, calendarTail } from '../../kernel/icalendar.js';
import { Money } from '../../kernel/money.js';
import { type Language, told } from '../../kernel/sentence.js';
import { type Caller } from '../../platform/database/caller.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SAY } from '../domain/deadline.sentences.js';
import { DEADLINE_RULES } from '../domain/deadline-kinds.js';
import { type Deadline } from '../entities/deadlines.table.js';
import { type DeadlineFilter, DeadlineReader } from './deadline-reader.service.js';

const BATCH = 500;
/** What still runs, and what was missed; what is done needs no entry. */
export const SHOWN = 'open,at_risk,overdue,deemed_domestic';
const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

interface CalendarOptions {
  /** Whether it says what is at stake; not to who shows nothing but an address. */
  readonly amounts: boolean;
}

/** The deadlines as a calendar that other programs subscribe to. */
@Injectable()
export class DeadlineCalendar {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: DeadlineReader,
  ) {}

  /** Read and written in batches: whatever its length, memory stays the same. */
  async *write(
    caller: Caller,
    filter: DeadlineFilter,
    language: Language,
    { amounts }: CalendarOptions = { amounts: true },
  ): AsyncGenerator<string> {
    yield calendarHead(told(SAY.calendar, language), TAGS[language]);
    const shown = { ...filter, state: SHOWN };
    let last: Deadline | null = null;
    do {
      const batch: Deadline[] = await this.unitOfWork.read(caller, (view) =>
        this.reader.after(view, last, BATCH, shown),
      );
      yield batch.map((deadline) => entryOf(deadline, language, amounts)).join('');
      last = batch.length < BATCH ? null : (batch.at(-1) ?? null);
    } while (last !== null);
    yield calendarTail();
  }
}

function entryOf(deadline: Deadline, language: Language, amounts: boolean): string {
  const { id, kind, dueOn, version, updatedAt, orderReference: reference, entryNumber, source, atStake } = deadline;
  const outputVat = atStake === null || !amounts ? null : Money.fromJSON(atStake.outputVat).toString();
  const described =
    outputVat === null ? SAY.described({ entryNumber, source }) : SAY.taxed({ entryNumber, source, outputVat });
  return calendarDay({
    uid: `${publicId('deadline', id)}@entrepot`,
    sequence: version - 1,
    changedAt: updatedAt,
    day: dueOn,
    summary: told(SAY[kind]({ reference }), language),
    description: told(described, language),
    categories: [kind],
    reminders: DEADLINE_RULES[kind].alertDays,
  });
}
