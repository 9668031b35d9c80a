import { TextField } from '../../../platform/http/fields.js';
import { ParcelsNamed } from './parcel-filing.dto.js';

export class WithdrawParcelsRequest extends ParcelsNamed {
  @TextField({ description: 'Why; customs reads it', max: 500, example: '买家取消订单' })
  readonly reason!: string;
}
