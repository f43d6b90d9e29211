import { describe, expect, it } from 'vitest';
import { readProgress } from './lessonProgress.ts';

describe('progress', () => {
  it('is read as far as it makes sense', () => {
    const text = '{"done":{"essential":3,"x":9,"y":"1"},"cameFrom":"d1","predictions":4}';
    expect(readProgress(text)).toEqual({ done: { essential: 3 }, predictions: {}, cameFrom: 'd1' });
  });

  it('is none where rubbish was kept', () => {
    for (const text of [null, '', '{', '[]', '3', 'null', '{"done":[]}']) {
      expect(readProgress(text).done).toEqual({});
    }
  });
});
