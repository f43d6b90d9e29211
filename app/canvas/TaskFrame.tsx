import { memo } from 'react';
import { sharesLoopback } from '../../src/model/capacities.ts';
import { parseCpu, parseMemory } from '../../src/model/fargateSizes.ts';
import { items } from '../../src/model/list.ts';
import type { TaskDefinition } from '../../src/model/taskDefinition.ts';
import { findingsByNode, graphOf, worstOf } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { openPanel, reveal, select, useView } from '../store/viewStore.ts';
import { Badge } from '../ui/Badge.tsx';
import { classNames } from '../ui/classNames.ts';
import { Meter } from '../ui/Meter.tsx';
import { cpuWords, memoryWords } from './meterWords.ts';

function shared(task: TaskDefinition, volumes: number): string {
  const things = [
    sharesLoopback(task) ? '127.0.0.1' : undefined,
    'the task role',
    volumes > 0 ? 'volumes' : undefined,
  ].filter((thing) => thing !== undefined);
  const last = things.pop();
  return `shares ${things.length === 0 ? '' : `${things.join(', ')} and `}${last}`;
}

function MemoryMeter({ task }: { task: TaskDefinition }) {
  const total = task.memory === undefined ? undefined : parseMemory(task.memory);
  if (total === undefined) return null;
  const segments = items(task.containerDefinitions).flatMap(
    ([{ name = '', memory, memoryReservation }, index]) => {
      const value = memory ?? memoryReservation;
      return value === undefined ? [] : [{ id: String(index), label: name, value }];
    },
  );
  if (segments.length === 0) return null;
  const sum = segments.reduce((all, { value }) => all + value, 0);
  return <Meter label="Memory" segments={segments} total={total} text={memoryWords(sum, total)} />;
}

function CpuMeter({ task }: { task: TaskDefinition }) {
  const total = task.cpu === undefined ? undefined : parseCpu(task.cpu);
  const segments = items(task.containerDefinitions).flatMap(([{ name = '', cpu }, index]) =>
    cpu === undefined || cpu === 0 ? [] : [{ id: String(index), label: name, value: cpu }],
  );
  if (total === undefined || segments.length === 0) return null;
  const sum = segments.reduce((all, { value }) => all + value, 0);
  return <Meter label="CPU" segments={segments} total={total} text={cpuWords(sum, total)} />;
}

/** The task itself: what is inside shares network, role and volumes. */
export const TaskFrame = memo(function TaskFrame() {
  const task = useDesign((state) => state.shown.task);
  const volumes = useDesign((state) => graphOf(state.shown).volumes.length);
  const findings = useDesign((state) => findingsByNode(state.shown, state.design.parts).get('task'));
  const selected = useView((view) => view.selection.kind === 'task');
  const worst = findings && worstOf(findings);
  return (
    <div className={classNames('frame', selected && 'frame-selected')}>
      <div className="frame-head">
        <button
          type="button"
          className="frame-title nodrag"
          onClick={() => {
            select({ kind: 'task' });
            openPanel('inspect');
          }}
        >
          <strong>Task</strong>
          <span>{shared(task, volumes)}</span>
        </button>
        {findings !== undefined && worst !== undefined && (
          <button
            type="button"
            className={classNames('frame-badge', worst === 'info' && 'hint-badge', 'nodrag')}
            onClick={() => {
              select({ kind: 'task' });
              openPanel('problems');
              const first = findings.find(({ severity }) => severity === worst);
              if (first !== undefined) reveal(first.path);
            }}
          >
            <Badge severity={worst} count={findings.filter(({ severity }) => severity === worst).length} />
          </button>
        )}
        <span className="frame-meters">
          <MemoryMeter task={task} />
          <CpuMeter task={task} />
        </span>
      </div>
    </div>
  );
});
