import { expect, it } from 'vitest';
import { memoryBackend } from './memoryBackend.ts';

it('leaves nothing of a transaction that throws', async () => {
  const backend = memoryBackend();
  const work = backend.transact('write', async (transaction) => {
    transaction.put('heads', 'a', 1);
    throw new Error('midway');
  });
  await expect(work).rejects.toThrow('midway');
  expect(await backend.transact('read', (transaction) => transaction.get('heads', 'a'))).toBeUndefined();
});

it('lets nobody write between a read and the write that follows it', async () => {
  const backend = memoryBackend();
  const count = () =>
    backend.transact('write', async (transaction) => {
      const value = Number((await transaction.get('heads', 'count')) ?? 0);
      await transaction.entries('heads');
      transaction.put('heads', 'count', value + 1);
    });
  await Promise.all([count(), count(), count()]);
  expect(await backend.transact('read', (transaction) => transaction.get('heads', 'count'))).toBe(3);
});

it('keeps values, not the objects that were given', async () => {
  const backend = memoryBackend();
  const value = { list: [1] };
  await backend.transact('write', async (transaction) => transaction.put('heads', 'a', value));
  value.list.push(2);
  expect(await backend.transact('read', (transaction) => transaction.get('heads', 'a'))).toEqual({
    list: [1],
  });
});
