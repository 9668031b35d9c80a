import { type EventData, type EventType, type ReceivedEvent } from '../../contracts/events.js';
import { type ApprovalStanding } from '../../kernel/approval-standing.js';
import { parseId } from '../../kernel/ids.js';
import { type Reason, reasonOf, type Sentence } from '../../kernel/sentence.js';
import { type Tx } from '../../platform/database/session.js';
import { type Hearing } from '../../platform/queues/processor.js';
import { SAY } from '../domain/approvals.sentences.js';
import { type ApprovalCommand, GUARDED_COMMANDS } from '../domain/commands.js';

/** What became of a request, for whoever asked. */
export interface ApprovalDecision {
  readonly approvalId: string;
  readonly subjectId: string;
  readonly state: 'approved' | Exclude<ApprovalStanding['state'], 'pending'>;
  /** Why it came to nothing; null where it was approved. */
  readonly why: Reason | null;
}

type Takers = Readonly<Partial<Record<ApprovalCommand, (tx: Tx, decision: ApprovalDecision) => Promise<void>>>>;

/** What a service's subscriber does on decisions about its own commands; those about others' pass by. */
export function decisionHearing(takers: Takers): Hearing {
  const take =
    <Type extends DecidedType>(state: ApprovalDecision['state'], whyOf: (data: EventData[Type]) => Reason | null) =>
    async (tx: Tx, { resourceId, data }: ReceivedEvent<Type>): Promise<void> => {
      const { command, subject } = data;
      if (!isGuarded(command)) return;
      const subjectId = parseId(GUARDED_COMMANDS[command].subject, subject.id);
      await takers[command]?.(tx, { approvalId: resourceId, subjectId, state, why: whyOf(data) });
    };
  return {
    'approvals.request.approved': take('approved', () => null),
    'approvals.request.refused': take('refused', ownReason),
    'approvals.request.withdrawn': take('withdrawn', ownReason),
    'approvals.request.expired': take('expired', () => reasonOf([SAY.nobody_decided])),
  };
}

type DecidedType = Extract<EventType, `approvals.request.${'approved' | 'refused' | 'withdrawn' | 'expired'}`>;

/** As it was published, less what the event says besides. */
function ownReason({ reason, causes }: EventData['approvals.request.refused']): Reason {
  return { reason, ...(causes === undefined ? {} : { causes: causes as readonly Sentence[] }) };
}

function isGuarded(command: string): command is ApprovalCommand {
  return Object.hasOwn(GUARDED_COMMANDS, command);
}
