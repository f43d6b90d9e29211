/** A Vitest reporter that writes {passed, failed} to the file named by COUNTS_FILE. */
import { writeFileSync } from 'node:fs';

export default class CountsReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length };
    for (const module of modules) {
      let tests = 0;
      for (const test of module.children.allTests()) {
        tests += 1;
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        if (state === 'failed') counts.failed += 1;
      }
      // A file that cannot be loaded has no tests, and must not pass for that.
      if (tests === 0 && module.state() === 'failed') counts.failed += 1;
    }
    writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
  }
}
