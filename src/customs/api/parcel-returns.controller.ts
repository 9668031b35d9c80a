import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type Command, CommandOf } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { ReturnParcelsRequest, TallyParcelsRequest } from './dto/parcel-transport.dto.js';
import { FILED, FileAboutParcels } from './file-about-parcels.js';

const PARCEL_IDS = ['pcl_01jdq3x7k2e9ta6v0m8r4c5wzb'];
const TRANSPORT = { mode: '5', name: 'CA1057', voyage: '20270110', billNo: '99912345686' };

/** Parcels that come back. */
@ApiTags('Parcel filings')
@Controller('v1/customs')
export class ParcelReturnsController {
  constructor(private readonly filings: FileAboutParcels) {}

  @Post('parcel-returns')
  @CommandOperation({
    ...FILED,
    id: 'returnParcels',
    summary: 'Apply for the return of parcels (退货申请单)',
    description:
      'As a whole, or in `lines` so much of them; what is left may come back later. Of exports that have left, within a year of their release (海关总署公告2020年第44号): when customs has ' +
      'taken it, tell when the goods are in and counted. Of imports within 30 days of their release (海关总署公告2020年第45号), ' +
      'without `transport`: when customs has taken it they are `returned`, their taxes are not levied and the year of their ' +
      'buyers is given back, of parts in proportion.',
    examples: {
      refused: { parcelIds: PARCEL_IDS, reason: '收件人拒收', transport: TRANSPORT, country: '502' },
      import: { parcelIds: PARCEL_IDS, reason: '买家退货' },
      part: {
        parcelIds: PARCEL_IDS,
        reason: '买家退货',
        lines: [{ parcelId: PARCEL_IDS[0], lineNo: 1, quantity: '1' }],
      },
    },
  })
  return(@CommandOf() command: Command, @Body() { parcelIds, ...said }: ReturnParcelsRequest): Promise<string> {
    return this.filings.run(command, 'return', parcelIds, said);
  }

  @Post('parcel-return-tallies')
  @CommandOperation({
    ...FILED,
    id: 'tallyParcels',
    summary: 'Say that returned exports are in and counted (退货理货明细单)',
    description: 'Of parcels whose return customs has taken. They are `returned` when it has taken this too.',
    examples: {
      counted: {
        parcelIds: PARCEL_IDS,
        operator: { code: '3302980S02', name: '宁波示例监管场所有限公司' },
        transport: TRANSPORT,
        location: 'A-03-12',
      },
    },
  })
  tally(@CommandOf() command: Command, @Body() { parcelIds, ...said }: TallyParcelsRequest): Promise<string> {
    return this.filings.run(command, 'return_tally', parcelIds, said);
  }
}
