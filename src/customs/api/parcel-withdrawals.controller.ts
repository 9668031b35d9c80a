import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type Command, CommandOf } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { WithdrawParcelsRequest } from './dto/parcel-withdrawal.dto.js';
import { FILED, FileAboutParcels } from './file-about-parcels.js';

/** Lists that customs is to forget. */
@ApiTags('Parcel filings')
@Controller('v1/customs/parcel-withdrawals')
export class ParcelWithdrawalsController {
  constructor(private readonly filings: FileAboutParcels) {}

  @Post()
  @CommandOperation({
    ...FILED,
    id: 'withdrawParcels',
    summary: 'Ask customs to withdraw lists (撤销申请单)',
    description:
      'From the acceptance of a list until its goods leave. Customs decides list by list: `withdrawn`, or the list goes on and ' +
      'the record has the reason. All parcels or none: where one does not allow it, nothing is filed, and `errors` names each.',
    examples: { cancelled: { parcelIds: ['pcl_01jdq3x7k2e9ta6v0m8r4c5wzb'], reason: '买家取消订单' } },
  })
  withdraw(@CommandOf() command: Command, @Body() { parcelIds, reason }: WithdrawParcelsRequest): Promise<string> {
    return this.filings.run(command, 'withdrawal', parcelIds, { reason });
  }
}
