import { describe, expect, it } from 'vitest';
import { termOf, termsIn } from './glossary.ts';

describe('the glossary', () => {
  it('knows the members that have a word of their own, and no other', () => {
    expect(termOf('taskRoleArn')?.term).toBe('Task role');
    expect(termOf('image')).toBeUndefined();
    expect(termOf('__proto__')).toBeUndefined();
  });

  it('finds the words of a text once each, and ECS values by their capitals', () => {
    const terms = termsIn(
      'The task role is no execution role. HEALTHY, and a healthy start; the task role again.',
    );
    expect(terms.map(({ term }) => term)).toEqual(['Task', 'HEALTHY', 'Task role', 'Execution role']);
  });
});
