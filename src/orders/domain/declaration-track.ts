import { tryParseId } from '../../kernel/ids.js';
import { isApproval } from './approval-step.js';
import { type ServiceEvent } from './service-event.js';
import { isBinding, nextState, TRACK_LIVES } from './track-lives.js';

/** Which of several setbacks the track tells: first what customs waits for, last what somebody is asked already. */
const MOST_URGENT = ['rejected', 'withdrawn', 'blocked', 'approval_declined', 'awaiting_approval'];

/**
 * The track of customs: how far the declarations of an order are together. Each has a life of its own.
 *
 * - One that was sent back, or waits for somebody, holds the track there, however far the others are.
 * - Else it is as far as the last of them: `cleared` once all are.
 * - One that was given up counts no more; the track is `cancelled` when all were.
 */
export class DeclarationTrack {
  private readonly states = new Map<string, string>();

  /** @param start where the track stands before anything is drafted */
  constructor(private readonly start: string) {}

  hear(event: ServiceEvent, state: string): void {
    const id = declarationOf(event);
    this.states.set(id, nextState('customs', this.states.get(id) ?? this.start, state));
  }

  get state(): string {
    const { progress, ended } = TRACK_LIVES.customs;
    const all = [...this.states.values()];
    const live = all.filter((state) => !ended.includes(state));
    if (live.length === 0) return all[0] ?? this.start;
    const setback = MOST_URGENT.find((state) => live.includes(state));
    return setback ?? progress.find((state) => live.includes(state)) ?? this.start;
  }

  /** Customs has at least one of them. */
  get binds(): boolean {
    return [...this.states.values()].some(isBinding);
  }
}

/** What a second person is asked about names the declaration; the event itself is about the request. */
function declarationOf(event: ServiceEvent): string {
  if (!isApproval(event)) return event.resourceId;
  return tryParseId('declaration', event.data.subject.id) ?? event.resourceId;
}
