import { setTaskSize } from '../../../src/edit/changes/task.ts';
import { isFargate, isWindows } from '../../../src/model/capacities.ts';
import {
  fargateSizes,
  formatCpu,
  formatMemory,
  memoriesFor,
  parseCpu,
  parseMemory,
} from '../../../src/model/fargateSizes.ts';
import { apply } from '../../store/designStore.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ControlProps } from '../controls/control.ts';
import { useNotes } from '../controls/useNotes.tsx';
import { useInspected } from '../InspectorContext.ts';
import { writeField } from '../writeField.ts';
import { cpuText, fittingMemory, memoryText } from './taskSize.ts';

/** The CPU of the task: for Fargate one of those that it sells, and the memory follows where it must. */
export function TaskCpuControl(props: ControlProps) {
  const { task } = useInspected();
  const notes = useNotes(props.path, props.value !== undefined);
  const now = typeof props.value === 'string' ? props.value : '';
  const units = parseCpu(now);
  if (!isFargate(task)) return <FreeSize {...props} words={units === undefined ? '' : formatCpu(units)} />;
  const windows = isWindows(task);
  const sizes = fargateSizes.filter((size) => size.windows || !windows);
  const sold = sizes.find(({ cpu }) => cpu === units);
  return (
    <Select
      label={props.label}
      layout={props.layout}
      {...notes}
      hint={notes.hint ?? sold?.note}
      value={sold === undefined ? now : String(sold.cpu)}
      placeholder="Choose a size"
      options={sizes.map(({ cpu }) => ({ value: String(cpu), label: formatCpu(cpu) }))}
      onChange={(chosen) => {
        const cpu = Number(chosen);
        const memory = fittingMemory(cpu, parseMemory(task.memory ?? ''), { windows });
        apply(setTaskSize(cpuText(cpu, task.cpu), memoryText(memory, task.memory)));
      }}
    />
  );
}

/** The memory of the task: for Fargate what goes with its CPU. */
export function TaskMemoryControl(props: ControlProps) {
  const { task } = useInspected();
  const notes = useNotes(props.path, props.value !== undefined);
  const now = typeof props.value === 'string' ? props.value : '';
  const amount = parseMemory(now);
  const cpu = parseCpu(task.cpu ?? '');
  const memories = cpu === undefined ? [] : memoriesFor(cpu, { windows: isWindows(task) });
  if (!isFargate(task) || memories.length === 0) {
    return <FreeSize {...props} words={amount === undefined ? '' : formatMemory(amount)} />;
  }
  const known = amount !== undefined && memories.includes(amount);
  return (
    <Select
      label={props.label}
      layout={props.layout}
      {...notes}
      value={known ? String(amount) : now}
      placeholder="Choose a size"
      options={memories.map((memory) => ({ value: String(memory), label: formatMemory(memory) }))}
      onChange={(chosen) => writeField(props.path, memoryText(Number(chosen), task.memory))}
    />
  );
}

/** A size as text, with what it comes to in words. */
function FreeSize({ path, value, label, layout, words }: ControlProps & { readonly words: string }) {
  const notes = useNotes(path, value !== undefined);
  const unit = path[0] === 'cpu' ? 'CPU units such as 1024, or 1 vCPU' : 'MiB such as 2048, or 2 GB';
  return (
    <TextField
      label={label}
      layout={layout}
      {...notes}
      hint={notes.hint ?? (words === '' ? unit : undefined)}
      value={typeof value === 'string' ? value : ''}
      suffix={words === '' || words === value ? undefined : words}
      onCommit={(text) =>
        writeField(path, text === '' ? undefined : text) === undefined ? undefined : false
      }
    />
  );
}
