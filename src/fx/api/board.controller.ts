import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { Board } from '../application/conversions/board.js';
import { SAY } from '../domain/fx.sentences.js';
import { BoardStaleError } from '../domain/conversions/quote.errors.js';
import { BoardDto } from './dto/board.dto.js';

@ApiTags('FX')
@Controller('v1/fx/board')
export class BoardController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly board: Board,
  ) {}

  @Get()
  @QueryOperation({
    id: 'getFxBoard',
    summary: 'The bank’s board',
    description:
      'The four prices of each currency, CNY for `unit` units, as last fetched from the bank, however long ago. Before ' +
      'the first time it answers 503 and has the board fetched.',
    scope: 'fx:read',
    answers: BoardDto,
    problems: [BoardStaleError],
  })
  async get(@CallerOf() caller: Principal): Promise<BoardDto> {
    const known = await this.unitOfWork.read(caller, (view) => this.board.read(view));
    const fetchedAt = known.fetchedAt;
    if (fetchedAt !== null) return BoardDto.from(known, fetchedAt);
    await this.unitOfWork.run(caller, (tx) => this.board.request(tx));
    throw new BoardStaleError(SAY.board_fetching);
  }
}
