import { memo } from 'react';
import { Handle, type NodeProps, Position } from 'reactflow';
import type { Volume } from '../../src/model/volume.ts';
import { findingsByNode } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import { FindingBadge } from './FindingBadge.tsx';
import type { VolumeFlowNode } from './toFlow.ts';

/** What kind of volume it is, in a word or two. */
export function volumeKind(volume: Volume, declared: boolean): string {
  if (!declared) return 'not declared';
  if (volume.efsVolumeConfiguration !== undefined) {
    return volume.efsVolumeConfiguration.transitEncryption === 'ENABLED' ? 'EFS, encrypted' : 'EFS';
  }
  if (volume.s3filesVolumeConfiguration !== undefined) return 'S3 Files';
  if (volume.fsxWindowsFileServerVolumeConfiguration !== undefined) return 'FSx for Windows';
  if (volume.dockerVolumeConfiguration !== undefined) return 'Docker volume';
  if (volume.configuredAtLaunch === true) return 'EBS at launch';
  if (volume.host?.sourcePath !== undefined) return volume.host.sourcePath;
  return 'task volume';
}

/** A volume on the canvas. Drag it onto a container, or from its handle, to mount it. */
export const VolumePill = memo(function VolumePill({ data, selected }: NodeProps<VolumeFlowNode>) {
  const { node } = data;
  const findings = useDesign((state) => findingsByNode(state.shown, state.design.parts).get(node.key));
  return (
    <div className={classNames('volume', selected && 'volume-selected', node.index < 0 && 'volume-missing')}>
      <Handle id="data" type="target" position={Position.Left} className="card-data" isConnectable={false} />
      <Icon name="volume" />
      <span className="volume-words">
        <strong>{node.name || 'without a name'}</strong>
        <span>{volumeKind(node.volume, node.index >= 0)}</span>
      </span>
      <FindingBadge findings={findings} of={{ node: node.key }} className="volume-badge" />
      <Handle id="mount" type="source" position={Position.Right} className="card-handle card-out" />
    </div>
  );
});
