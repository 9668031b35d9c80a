import { EnumField, InstantField, IntegerField, TextField } from '../../../platform/http/fields.js';
import { type Filing } from '../../entities/filings.table.js';

export class FilingDto {
  @IntegerField({ description: 'Counts from 1', min: 1 })
  readonly attempt!: number;

  @TextField({ description: 'Our reference; the bureau knows the attempt by it', max: 64 })
  readonly reference!: string;

  @EnumField({
    description:
      'What became of the message; `withheld`, `doubted`: never filed, as nobody could any more, or for doubts',
    values: ['queued', 'taken', 'refused', 'withheld', 'doubted'],
  })
  readonly state!: string;

  @TextField({ description: "The bureau's number", max: 64, nullable: true })
  readonly acceptanceNumber!: string | null;

  @TextField({ description: 'Why it was refused', max: 2_000, nullable: true })
  readonly reason!: string | null;

  @TextField({ description: 'What was sent, word for word', max: 4_000_000 })
  readonly message!: string;

  @InstantField({ description: 'When the bureau answered', nullable: true })
  readonly answeredAt!: string | null;

  @InstantField({ description: 'When it was written' })
  readonly createdAt!: string;

  static from(this: void, filing: Filing): FilingDto {
    return {
      attempt: filing.attempt,
      reference: filing.reference,
      state: filing.state,
      acceptanceNumber: filing.acceptance_number,
      reason: filing.reason,
      message: filing.body,
      answeredAt: filing.answered_at?.toISOString() ?? null,
      createdAt: filing.created_at.toISOString(),
    };
  }
}
