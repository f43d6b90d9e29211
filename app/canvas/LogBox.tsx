import { memo } from 'react';
import { Handle, type NodeProps, Position } from 'reactflow';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import type { LogFlowNode } from './toFlow.ts';

/** Where log lines go that leave the task. */
export const LogBox = memo(function LogBox({ data, selected }: NodeProps<LogFlowNode>) {
  const { title, detail } = data.node;
  return (
    <div className={classNames('log', selected && 'log-selected')} title={`${title} ${detail}`}>
      <Handle id="data" type="target" position={Position.Left} className="card-data" isConnectable={false} />
      <Icon name="logs" />
      <strong>{title}</strong>
      <span>{detail}</span>
    </div>
  );
});
