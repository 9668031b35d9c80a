import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { type Language } from '../../kernel/sentence.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { Modes } from '../application/modes.service.js';
import { type SupervisionMode } from '../domain/modes/mode.js';
import { modeOf, MODES } from '../domain/modes/modes.js';
import { SAY } from '../domain/modes/modes.sentences.js';
import { EligibilityDto, EligibilityQuery } from './dto/eligibility.dto.js';
import { ModeDto, ModeListDto, ModeSummaryDto } from './dto/mode.dto.js';

const MODE = {
  name: 'mode',
  description: 'Code of the supervision mode (监管方式)',
  schema: { type: 'string', maxLength: 4, pattern: '^\\d{4}$', example: '9610' },
} as const;

/** The supervision modes (监管方式) as data: who, how, with what, how much, and whether a trade may. */
@ApiTags('Supervision modes')
@Controller('v1/customs/modes')
export class ModesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly modes: Modes,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listSupervisionModes',
    summary: 'The supervision modes that the platform knows',
    description: 'General trade, market purchase, and those of cross-border e-commerce, by their codes.',
    scope: 'customs:read',
    answers: ModeListDto,
    speaks: true,
  })
  list(@LanguageOf() language: Language): ModeListDto {
    return { data: MODES.map((mode) => ModeSummaryDto.summary(mode, language)) };
  }

  @Get(':mode')
  @ApiParam(MODE)
  @QueryOperation({
    id: 'getSupervisionMode',
    summary: 'One supervision mode: who may use it, its steps, documents, messages and limits, and the refund',
    description: 'As the law is now, each figure with its notice and the days it holds.',
    scope: 'customs:read',
    answers: ModeDto,
    byId: true,
    speaks: true,
  })
  get(@Param('mode') code: string, @LanguageOf() language: Language): ModeDto {
    return ModeDto.from(known(code), language);
  }

  @Get(':mode/eligibility')
  @ApiParam(MODE)
  @QueryOperation({
    id: 'assessModeEligibility',
    summary: 'Whether a trade may go under a supervision mode, and why',
    description:
      'Holds an order, or what you say of a trade, against every condition of the mode. One that is not met decides; one that nobody can tell leaves the verdict open and names what to say.',
    scope: 'customs:read',
    answers: EligibilityDto,
    byId: true,
    speaks: true,
  })
  async assess(
    @CallerOf() caller: Principal,
    @Param('mode') code: string,
    @Query() query: EligibilityQuery,
    @LanguageOf() language: Language,
  ): Promise<EligibilityDto> {
    const mode = known(code);
    const asked = query.toQuestion();
    const judged = await this.unitOfWork.read(caller, (view) => this.modes.judge(view, mode, asked));
    return EligibilityDto.of(mode, judged, language);
  }
}

function known(code: string): SupervisionMode {
  const mode = modeOf(code);
  if (mode === undefined) throw new ResourceNotFoundError(SAY.no_such_mode);
  return mode;
}
