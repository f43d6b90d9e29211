/** A Playwright reporter that writes {passed, failed, failures, again} to the file named by COUNTS_FILE. */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { firstLines } from './firstLines.mjs';

/** A story by its place and title, with the errors of its tries. */
function told(test) {
  const { file, line } = test.location;
  return {
    name: `${relative(process.cwd(), file)}:${line} › ${test.title}`,
    error: test.results.flatMap(({ errors }) => errors.flatMap(({ message }) => firstLines(message))),
  };
}

export default class CountsReporter {
  failures = [];

  onBegin(_config, suite) {
    this.suite = suite;
  }

  onError({ message }) {
    this.failures.push({ name: 'an error outside of any story', error: firstLines(message) });
  }

  onEnd() {
    let passed = 0;
    const again = [];
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'flaky') again.push(told(test));
      if (outcome === 'unexpected') this.failures.push(told(test));
      else if (outcome !== 'skipped') passed += 1;
    }
    const { failures } = this;
    writeFileSync(
      process.env.COUNTS_FILE,
      JSON.stringify({ passed, failed: failures.length, failures, again }),
    );
  }

  printsToStdio() {
    return false;
  }
}
