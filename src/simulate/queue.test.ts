import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Queue } from './queue.ts';

it('a queue gives what it was given by time, then rank, then order of arrival', () => {
  const item = fc.record({ at: fc.nat({ max: 5 }), rank: fc.nat({ max: 1 }) });
  fc.assert(
    fc.property(fc.array(fc.option(item)), (orders) => {
      // `null` takes one out.
      const queue = new Queue<{ at: number; rank: number; id: number }>();
      const model: { at: number; rank: number; id: number }[] = [];
      orders.forEach((order, id) => {
        if (order !== null) {
          queue.add({ ...order, id });
          model.push({ ...order, id });
          model.sort((one, other) => one.at - other.at || one.rank - other.rank || one.id - other.id);
        } else expect(queue.take()).toEqual(model.shift());
        expect(queue.peek()).toEqual(model[0]);
      });
      while (model.length > 0) expect(queue.take()).toEqual(model.shift());
      expect(queue.take()).toBeUndefined();
    }),
  );
});
