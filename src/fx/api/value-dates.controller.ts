import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { WorkCalendars } from '../application/rates/calendars.js';
import { assertPair, RateBook } from '../application/rates/rate-book.js';
import { type ValueDateQuestion } from '../domain/value-dates/value-date.js';
import { NoCalendarError } from '../domain/value-dates/value-date.errors.js';
import { FxCalendarsDto, FxCalendarsQuery, FxValueDateDto, FxValueDateQuery } from './dto/value-date.dto.js';

/** When money of a trade changes hands. */
@ApiTags('FX')
@Controller('v1/fx')
export class ValueDatesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkCalendars,
    private readonly book: RateBook,
  ) {}

  @Get('value-dates')
  @QueryOperation({
    id: 'readFxValueDate',
    summary: 'The value date of a trade',
    description:
      'On the days worked in the centres of both currencies: of `tod` the day of the trade, of `tom` the next, of `spot` the one ' +
      'after. After the earlier of both cut-offs the trade counts as made on the next such day.',
    scope: 'fx:read',
    answers: FxValueDateDto,
    problems: [InvalidInputError, NoCalendarError],
  })
  async valueDate(@CallerOf() caller: Principal, @Query() query: FxValueDateQuery): Promise<FxValueDateDto> {
    const { base, quote, tenor, tradedAt } = query;
    assertPair(query);
    return this.unitOfWork.read(caller, async (view) => {
      const at = tradedAt === undefined ? await this.book.now(view) : new Date(tradedAt);
      const question: ValueDateQuestion = { pair: [base, quote], tenor, tradedAt: at };
      return FxValueDateDto.from(question, await this.calendars.valueDate(view, question));
    });
  }

  @Get('calendars')
  @QueryOperation({
    id: 'listFxCalendars',
    summary: 'The working days of currencies',
    description: 'Days off and worked weekends of each centre, year by year, with who says so.',
    scope: 'fx:read',
    answers: FxCalendarsDto,
  })
  async list(@CallerOf() caller: Principal, @Query() { currency, year }: FxCalendarsQuery): Promise<FxCalendarsDto> {
    const found = await this.unitOfWork.read(caller, (view) =>
      currency === undefined ? this.calendars.all(view) : this.calendars.of(view, [currency]),
    );
    return FxCalendarsDto.from(found, year);
  }
}
