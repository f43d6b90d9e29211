/** A Vitest reporter that writes {passed, failed, failures} to the file named by COUNTS_FILE. */
import { writeFileSync } from 'node:fs';
import { firstLines } from './firstLines.mjs';

/** What went wrong, and below it what caused that: a property names its example first, the cause what was expected. */
function told(errors) {
  return errors.flatMap((error) => [
    ...firstLines(error.message),
    ...(error.cause ? firstLines(`caused by ${error.cause.message ?? error.cause}`, 3) : []),
  ]);
}

export default class CountsReporter {
  onTestRunEnd(modules, unhandledErrors) {
    let passed = 0;
    const failures = [];
    for (const module of modules) {
      let tests = 0;
      for (const test of module.children.allTests()) {
        tests += 1;
        const { state, errors } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed')
          failures.push({ name: `${module.relativeModuleId} › ${test.fullName}`, error: told(errors) });
      }
      // A file that cannot be loaded has no tests, and must not pass for that.
      if (tests === 0 && module.state() === 'failed')
        failures.push({ name: module.relativeModuleId, error: told(module.errors()) });
    }
    for (const error of unhandledErrors)
      failures.push({ name: 'an error outside of any test', error: told([error]) });
    writeFileSync(process.env.COUNTS_FILE, JSON.stringify({ passed, failed: failures.length, failures }));
  }
}
