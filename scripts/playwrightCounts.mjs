/** A Playwright reporter that writes {passed, failed} to the file named by COUNTS_FILE. */
import { writeFileSync } from 'node:fs';

export default class CountsReporter {
  errors = 0;

  onBegin(_config, suite) {
    this.suite = suite;
  }

  onError() {
    this.errors += 1;
  }

  onEnd() {
    const counts = { passed: 0, failed: this.errors };
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'unexpected') counts.failed += 1;
      else if (outcome !== 'skipped') counts.passed += 1;
    }
    writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
  }

  printsToStdio() {
    return false;
  }
}
