import { DomainError, problem } from './domain-error.js';
import { SAY } from './kernel.sentences.js';

/** One row of the table: the command that may be given in `from`, where it leads, and the event it raises. */
export interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
  /** Event type raised by the transition; absent where the change is nobody else's business. */
  readonly event?: string;
  /** True when an API caller may give the command; false when only a partner's answer or the clock does. */
  readonly byCaller?: boolean;
}

export class IllegalTransitionError extends DomainError {
  static readonly problem = problem(
    'STATE.ILLEGAL_TRANSITION',
    'conflict',
    { en: 'The resource is in a state that forbids this', zh: '当前状态不允许该操作' },
    {
      en: 'Read the resource and choose one of `allowedActions`',
      zh: '请查询最新状态，并选择 allowedActions 中的操作',
    },
  );
}

const machines: StateMachine<string, string>[] = [];

/** Every state machine that the loaded modules declare. */
export function stateMachines(): readonly StateMachine<string, string>[] {
  return machines;
}

/**
 * A life written as a table: command → from, to, event. The row holds the current state; this holds the rules,
 * from which come the check, the API's `allowedActions`, the published trigger list and the CHECK in the database.
 */
export class StateMachine<State extends string, Command extends string> {
  constructor(
    readonly name: string,
    readonly states: readonly State[],
    readonly table: Readonly<Record<Command, Transition<State>>>,
  ) {
    machines.push(this);
  }

  get commands(): readonly Command[] {
    return Object.keys(this.table) as Command[];
  }

  allows(from: State, command: Command): boolean {
    return this.table[command].from.includes(from);
  }

  /** A final state is one that no command leaves. */
  isFinal(state: State): boolean {
    return this.commands.every((command) => !this.allows(state, command));
  }

  /** The commands an API caller may give now. */
  allowedActions(state: State): Command[] {
    return this.commands.filter((command) => this.table[command].byCaller === true && this.allows(state, command));
  }

  /**
   * @returns the state that the command leads to
   * @throws IllegalTransitionError naming the machine, the state, the command, and what is allowed instead
   */
  next(from: State, command: Command): State {
    if (!this.allows(from, command)) {
      throw new IllegalTransitionError(SAY.illegal_transition({ machine: this.name, state: from, command }), {
        machine: this.name,
        state: from,
        command,
        allowedActions: this.allowedActions(from),
      });
    }
    return this.table[command].to;
  }
}
