import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WriteOutcome } from './autosave.ts';
import { createAutosave } from './autosave.ts';

/** A disk that answers when told, and what was written to it at which millisecond. */
function slowDisk() {
  const started = Date.now();
  const written: string[] = [];
  const answers: ((outcome: WriteOutcome) => void)[] = [];
  return {
    written,
    write: (text: string) => {
      written.push(`${Date.now() - started} ${text}`);
      return new Promise<WriteOutcome>((resolve) => answers.push(resolve));
    },
    answer: async (outcome: WriteOutcome) => {
      answers.shift()?.(outcome);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

function quickDisk() {
  const disk = slowDisk();
  const write = async (text: string) => {
    const done = disk.write(text);
    await disk.answer('saved');
    return done;
  };
  return { ...disk, write };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('autosave', () => {
  it('saves once, 300 ms after the last change of a burst', async () => {
    const disk = slowDisk();
    const autosave = createAutosave(disk.write);
    autosave.changed('a');
    await vi.advanceTimersByTimeAsync(200);
    autosave.changed('ab');
    await vi.advanceTimersByTimeAsync(299);
    expect(disk.written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(disk.written).toEqual(['500 ab']);
  });

  it('saves 1 s after the first unsaved change, however long the typing goes on', async () => {
    const disk = quickDisk();
    const autosave = createAutosave(disk.write);
    for (let key = 1; key <= 25; key += 1) {
      autosave.changed(String(key));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(disk.written).toEqual(['1000 10', '2000 20']);
    await vi.advanceTimersByTimeAsync(300);
    expect(disk.written[2]).toBe('2700 25');
    expect(autosave.state).toBe('saved');
  });

  it('says saved only when the last change is written, not an earlier one', async () => {
    const disk = slowDisk();
    const autosave = createAutosave(disk.write);
    const states: string[] = [];
    autosave.subscribe((state) => states.push(state));
    autosave.changed('a');
    await vi.advanceTimersByTimeAsync(300);
    autosave.changed('ab');
    await disk.answer('saved');
    expect(autosave.state).toBe('unsaved');
    expect(autosave.unsaved).toBe('ab');
    await vi.advanceTimersByTimeAsync(300);
    await disk.answer('saved');
    expect(states).toEqual(['unsaved', 'saving', 'unsaved', 'saving', 'saved']);
    expect(autosave.unsaved).toBeUndefined();
  });

  it('never writes while a write is under way, and writes the newest after it', async () => {
    const disk = slowDisk();
    const autosave = createAutosave(disk.write);
    autosave.changed('a');
    await vi.advanceTimersByTimeAsync(300);
    autosave.changed('ab');
    await vi.advanceTimersByTimeAsync(5000);
    expect(disk.written).toEqual(['300 a']);
    await disk.answer('saved');
    expect(disk.written).toEqual(['300 a', '5300 ab']);
  });

  it('writes at once when flushed, also what changed during a write, and nothing when all is saved', async () => {
    const disk = slowDisk();
    const autosave = createAutosave(disk.write);
    await autosave.flush();
    autosave.changed('a');
    const flushed = autosave.flush();
    expect(disk.written).toEqual(['0 a']);
    autosave.changed('ab');
    const again = autosave.flush();
    await disk.answer('saved');
    await disk.answer('saved');
    await Promise.all([flushed, again]);
    expect(disk.written).toEqual(['0 a', '0 ab']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(disk.written).toHaveLength(2);
  });

  it('goes on saying full until a save succeeds, tries again by itself, and keeps the text meanwhile', async () => {
    const disk = slowDisk();
    const autosave = createAutosave(disk.write);
    autosave.changed('a');
    await vi.advanceTimersByTimeAsync(300);
    await disk.answer('full');
    expect(autosave.state).toBe('full');
    expect(autosave.unsaved).toBe('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(disk.written).toEqual(['300 a', '10300 a']);
    expect(autosave.state).toBe('full');
    await disk.answer('saved');
    expect(autosave.state).toBe('saved');
  });

  it('takes a write that throws for a blocked one, and saves the next change', async () => {
    let healthy = false;
    const autosave = createAutosave<string>(async () => {
      if (!healthy) throw new Error('gone');
      return 'saved';
    });
    autosave.changed('a');
    await autosave.flush();
    expect(autosave.state).toBe('blocked');
    healthy = true;
    autosave.changed('ab');
    await vi.advanceTimersByTimeAsync(300);
    expect(autosave.state).toBe('saved');
  });

  it('does nothing after it was disposed of', async () => {
    const disk = slowDisk();
    const autosave = createAutosave(disk.write);
    autosave.changed('a');
    autosave.dispose();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(disk.written).toEqual([]);
  });
});
