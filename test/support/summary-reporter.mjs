import { writeSync } from 'node:fs';

/** The very last line of a run, plain, for people and programs: `N passed, N failed, N skipped`. */
export default class SummaryReporter {
  /** A file that could not be run at all counts as one failed test, or a broken import would look like success. */
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    // At exit: Jest prints its own summary after every reporter.
    process.once('exit', () => {
      writeSync(1, `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`);
    });
  }
}
