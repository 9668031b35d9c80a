import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type Command, CommandOf } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { DeliverParcelsRequest, StoreParcelsRequest } from './dto/parcel-import.dto.js';
import { FILED, FileAboutParcels } from './file-about-parcels.js';

const PARCEL_IDS = ['pcl_01jdq3x7k2e9ta6v0m8r4c5wzb'];

/** What is told to customs of imports on their way to the buyer. */
@ApiTags('Parcel filings')
@Controller('v1/customs')
export class ParcelImportsController {
  constructor(private readonly filings: FileAboutParcels) {}

  @Post('parcel-warehouse-entries')
  @CommandOperation({
    ...FILED,
    id: 'storeParcels',
    summary: 'Say that imports are in the supervised place (入库明细单)',
    description:
      'From the acceptance of their lists. One message for each transport and logistics enterprise, waybill by waybill; customs ' +
      'gives each a number (入库单编号).',
    examples: {
      arrived: {
        parcelIds: PARCEL_IDS,
        operator: { code: '3302980S02', name: '宁波示例监管场所有限公司' },
        location: 'A-03-12',
      },
    },
  })
  store(@CommandOf() command: Command, @Body() { parcelIds, ...said }: StoreParcelsRequest): Promise<string> {
    return this.filings.run(command, 'warehouse_entry', parcelIds, said);
  }

  @Post('parcel-deliveries')
  @CommandOperation({
    ...FILED,
    id: 'deliverParcels',
    summary: 'Say that imports were signed for (物流运单状态)',
    description: 'Of parcels that customs has released, in the name of their logistics enterprise.',
    examples: { delivered: { parcelIds: PARCEL_IDS, deliveredAt: '2026-11-29T08:00:00.000Z' } },
  })
  deliver(@CommandOf() command: Command, @Body() { parcelIds, ...said }: DeliverParcelsRequest): Promise<string> {
    return this.filings.run(command, 'delivery', parcelIds, said);
  }
}
