import { DECLARATION_MACHINE } from './declaration-status.js';

describe('The life of a declaration', () => {
  it('knows these transitions and no others', () => {
    const { states, commands, table } = DECLARATION_MACHINE;
    const transitions = states.flatMap((state) =>
      commands
        .filter((command) => DECLARATION_MACHINE.allows(state, command))
        .map((command) => `${state} --${command}--> ${table[command].to}`),
    );
    expect(transitions).toEqual([
      'draft --correct--> draft',
      'draft --block--> blocked',
      'draft --submit--> queued',
      'draft --cancel--> cancelled',
      'blocked --correct--> draft',
      'blocked --cancel--> cancelled',
      'queued --hold--> blocked',
      'queued --send--> submitted',
      'queued --accept--> accepted',
      'queued --reject--> rejected',
      'submitted --resend--> queued',
      'submitted --accept--> accepted',
      'submitted --reject--> rejected',
      'accepted --review--> reviewing',
      'accepted --conclude--> concluded',
      'accepted --inspect--> inspecting',
      'accepted --release--> released',
      'accepted --reject--> rejected',
      'accepted --withdraw--> withdrawn',
      'reviewing --conclude--> concluded',
      'reviewing --inspect--> inspecting',
      'reviewing --release--> released',
      'reviewing --reject--> rejected',
      'reviewing --withdraw--> withdrawn',
      'concluded --inspect--> inspecting',
      'concluded --release--> released',
      'concluded --reject--> rejected',
      'concluded --withdraw--> withdrawn',
      'inspecting --release--> released',
      'inspecting --reject--> rejected',
      'inspecting --withdraw--> withdrawn',
      'released --depart--> departed',
      'released --clear--> cleared',
      'released --withdraw--> withdrawn',
      'released --cancel_exit--> exit_cancelled',
      'departed --clear--> cleared',
      'rejected --amend--> rejected',
      'rejected --resubmit--> queued',
      'rejected --cancel--> cancelled',
      'withdrawn --revise--> withdrawn',
      'withdrawn --resubmit--> queued',
      'withdrawn --cancel--> cancelled',
    ]);
  });

  it('ends cleared, cancelled, or with goods that stay, nowhere else', () => {
    expect(DECLARATION_MACHINE.states.filter((state) => DECLARATION_MACHINE.isFinal(state))).toEqual([
      'cleared',
      'cancelled',
      'exit_cancelled',
    ]);
  });

  it('lets a caller mend, declare and give up, and leaves the rest to customs', () => {
    expect(DECLARATION_MACHINE.allowedActions('draft')).toEqual(['correct', 'submit', 'cancel']);
    expect(DECLARATION_MACHINE.allowedActions('rejected')).toEqual(['amend', 'resubmit', 'cancel']);
    expect(DECLARATION_MACHINE.allowedActions('released')).toEqual([]);
  });
});
